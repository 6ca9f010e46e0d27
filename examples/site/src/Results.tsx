// A list with its words, its order, its filters and its pages: what Browse and Search have in common.
import type { Card, Facet, Page } from "@rights-hub/client";
import { useEffect, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { EntryCard } from "./Cards";
import { Chosen, Filters } from "./Filters";
import { useLanguage } from "./language";

/** What every list understands beside its filters. */
const GRAMMAR = ["q", "q_mode", "typo", "sort", "limit", "page"];

/** The hub's parameters that the page's address has, as they are there; what others put into it is theirs (`utm_source`). */
export function asked(params: URLSearchParams, filters: readonly string[]): Record<string, string> {
  const known = new Set([...GRAMMAR, ...filters]);
  return Object.fromEntries([...params].filter(([name, value]) => known.has(name) && value !== ""));
}

interface ResultsProps {
  readonly page: Page<Card, Record<string, Facet>>;
  /** The orders to choose from; the first is the one that the list has by itself. */
  readonly sorts: Record<string, string>;
  /** Whether entries of several collections are among them. */
  readonly mixed?: boolean;
}

export function Results({ page, sorts, mixed = false }: ResultsProps) {
  const { words } = useLanguage();
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    next.delete("page");
    if (value === "") next.delete(name);
    else next.set(name, value);
    setParams(next, { preventScrollReset: true, replace: name === "q" });
  };
  const filters = Object.fromEntries(Object.entries(page.meta.query).filter(([name]) => !GRAMMAR.includes(name)));
  return (
    <div className="results">
      <Filters facets={page.facets} count={Object.values(filters).flat().length} />
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
          <p role="status">{words.results(page.meta.total)}</p>
        </div>
        <Chosen filters={filters} facets={page.facets} />
        {page.meta.total === 0 && <p className="nothing">{words.nothing}</p>}
        <div className="list">
          {page.data.map((entry) => (
            <EntryCard key={entry.id} entry={entry} level={2} kind={mixed} />
          ))}
        </div>
        <Pages of={page.meta} />
      </div>
    </div>
  );
}

function Pages({ of: { total, limit, page = 1 } }: { of: Page<Card>["meta"] }) {
  const { words } = useLanguage();
  const [params] = useSearchParams();
  const pages = Math.ceil(total / Math.max(limit, 1));
  if (pages < 2) return null;
  const to = (number: number) => {
    const next = new URLSearchParams(params);
    next.set("page", String(number));
    return `?${next}`;
  };
  return (
    <nav className="pages" aria-label={words.pages}>
      {page > 1 && (
        <Link to={to(page - 1)} rel="prev">
          {words.previous}
        </Link>
      )}
      <span>
        {page} / {pages}
      </span>
      {page < pages && (
        <Link to={to(page + 1)} rel="next">
          {words.next}
        </Link>
      )}
    </nav>
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
