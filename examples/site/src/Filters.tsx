// A filter sidebar: every facet of the answer, with counts, and what is chosen first.
import type { Facet } from "@rights-hub/client";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { useLanguage } from "./language";
import { labelOf, nameOf } from "./names";

/** How many values of a facet are shown before one asks for all. */
const FEW = 6;

/** The values of a filter that the address of the page names. */
const chosen = (params: URLSearchParams, name: string) => params.get(name)?.split(",").filter(Boolean) ?? [];

/** The filters that the address of the page names, and what changes them. */
function useFilters() {
  const [address, setAddress] = useSearchParams();
  // What was ticked is shown at once, before the address has followed.
  const [params, setParams] = useState(address);
  useEffect(() => setParams(address), [address]);
  const change = (edit: (next: URLSearchParams) => void) => {
    const next = new URLSearchParams(params);
    next.delete("page");
    edit(next);
    setParams(next);
    setAddress(next, { preventScrollReset: true });
  };
  const toggle = (name: string, value: string, on: boolean) =>
    change((next) => {
      const values = chosen(params, name).filter((one) => one !== value);
      if (on) values.push(value);
      if (values.length > 0) next.set(name, values.join(","));
      else next.delete(name);
    });
  return { params, change, toggle };
}

export function Filters({ facets, count }: { facets: Record<string, Facet>; count: number }) {
  const { words } = useLanguage();
  const { params, toggle } = useFilters();
  const shown = Object.entries(facets).filter(([, facet]) => facet.values.length > 0);
  if (shown.length === 0) return null;
  return (
    <details className="filters" open={window.matchMedia("(min-width: 60rem)").matches}>
      <summary>
        {words.filters} {count > 0 && `(${count})`}
      </summary>
      {shown.map(([name, facet]) => (
        <Choices key={name} name={name} facet={facet} chosen={chosen(params, name)} toggle={toggle} />
      ))}
    </details>
  );
}

interface ChoicesProps {
  readonly name: string;
  readonly facet: Facet;
  readonly chosen: readonly string[];
  readonly toggle: (name: string, value: string, on: boolean) => void;
}

function Choices({ name, facet, chosen, toggle }: ChoicesProps) {
  const { lang, words } = useLanguage();
  const [all, setAll] = useState(false);
  const { length } = facet.values;
  return (
    <fieldset>
      <legend>{nameOf(words, name)}</legend>
      {facet.values.slice(0, all ? length : FEW).map((value) => (
        <label key={value.value}>
          <input
            type="checkbox"
            checked={chosen.includes(value.value)}
            onChange={(event) => toggle(name, value.value, event.target.checked)}
          />
          <span>{labelOf(words, lang, name, value)}</span> <span className="count">{value.count}</span>
        </label>
      ))}
      {!all && length > FEW && (
        <button className="quiet" onClick={() => setAll(true)}>
          {words.showAll(length)} <span className="hidden">{nameOf(words, name)}</span>
        </button>
      )}
    </fieldset>
  );
}

/** What narrows the list, each to be taken away. */
export function Chosen({ filters, facets }: { filters: Record<string, string[]>; facets: Record<string, Facet> }) {
  const { lang, words } = useLanguage();
  const { change, toggle } = useFilters();
  const names = Object.keys(filters);
  if (names.length === 0) return null;
  const called = (name: string, value: string) => {
    const known = facets[name]?.values.find((one) => one.value === value);
    return `${nameOf(words, name)}: ${known ? labelOf(words, lang, name, known) : value}`;
  };
  return (
    <ul className="chosen">
      {Object.entries(filters).flatMap(([name, values]) =>
        values.map((value) => (
          <li key={`${name} ${value}`}>
            <button aria-label={words.without(called(name, value))} onClick={() => toggle(name, value, false)}>
              {called(name, value)} <span aria-hidden="true">×</span>
            </button>
          </li>
        )),
      )}
      <li>
        <button className="quiet" onClick={() => change((next) => names.forEach((name) => next.delete(name)))}>
          {words.clear}
        </button>
      </li>
    </ul>
  );
}
