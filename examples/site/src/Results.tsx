// A list with its words, its order, its filters and its pages: what Browse and Search have in common.
import type { Card, Facet, Page } from "@rights-hub/client";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { EntryCard } from "./Cards";
import { Filters } from "./Filters";
import { useLanguage } from "./language";

/** What every list understands beside its filters. */
const GRAMMAR = ["q", "q_mode", "typo", "sort", "limit", "page"];

/** The hub's parameters that the page's address has, as they are there; what others put into it is theirs (`utm_source`). */
export function asked(params: URLSearchParams, filters: readonly string[]): Record<string, string> {
  const known = new Set([...GRAMMAR, ...filters]);
  return Object.fromEntries([...params].filter(([name, value]) => known.has(name) && value !== ""));
}

export function Results({ page, sorts }: { page: Page<Card, Record<string, Facet>>; sorts: Record<string, string> }) {
  const { words } = useLanguage();
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string, scroll = false) => {
    const next = new URLSearchParams(params);
    if (name !== "page") next.delete("page");
    if (value === "") next.delete(name);
    else next.set(name, value);
    setParams(next, { preventScrollReset: !scroll, replace: name === "q" });
  };
  const { total, limit, page: number = 1 } = page.meta;
  const pages = Math.ceil(total / Math.max(limit, 1));
  return (
    <div className="results">
      <Filters facets={page.facets} />
      <div>
        <div className="tools">
          <Words value={params.get("q") ?? ""} onChange={(value) => set("q", value)} />
          <label>
            {words.sort}{" "}
            <select value={params.get("sort") ?? ""} onChange={(event) => set("sort", event.target.value)}>
              {Object.entries(sorts).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <p role="status">{words.results(total)}</p>
        </div>
        {total === 0 && <p>{words.nothing}</p>}
        <div className="list">
          {page.data.map((entry) => (
            <EntryCard key={entry.id} entry={entry} level={2} />
          ))}
        </div>
        {pages > 1 && (
          <div className="pages">
            <button disabled={number <= 1} onClick={() => set("page", String(number - 1), true)}>
              {words.previous}
            </button>
            <span>
              {number} / {pages}
            </span>
            <button disabled={number >= pages} onClick={() => set("page", String(number + 1), true)}>
              {words.next}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}

/** Words to look for, told a moment after the last key. */
function Words({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { words } = useLanguage();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <label className="words">
      <span className="hidden">{words.search}</span>
      <input type="search" value={typed} maxLength={200} placeholder={words.search} onChange={(event) => setTyped(event.target.value)} />
    </label>
  );
}
