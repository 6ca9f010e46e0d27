// A filter sidebar: every facet of the answer, with counts, and what is chosen first.
import type { Facet } from "@rights-hub/client";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { useLanguage } from "./language";

/** The values of a filter that the address of the page names. */
export const chosen = (params: URLSearchParams, name: string) => params.get(name)?.split(",").filter(Boolean) ?? [];

export function Filters({ facets }: { facets: Record<string, Facet> }) {
  const { words } = useLanguage();
  const [address, setAddress] = useSearchParams();
  // What was ticked is shown at once, before the address has followed.
  const [params, setParams] = useState(address);
  useEffect(() => setParams(address), [address]);
  const shown = Object.entries(facets).filter(([, facet]) => facet.values.length > 0);
  const any = shown.some(([name]) => params.has(name));
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
  return (
    <details className="filters" open={window.matchMedia("(min-width: 60rem)").matches}>
      <summary>{words.filters}</summary>
      {any && (
        <button className="quiet" onClick={() => change((next) => shown.forEach(([name]) => next.delete(name)))}>
          {words.clear}
        </button>
      )}
      {shown.map(([name, facet]) => (
        <fieldset key={name}>
          <legend>{name.replaceAll("_", " ")}</legend>
          {facet.values.map((value) => (
            <label key={value.value}>
              <input
                type="checkbox"
                checked={chosen(params, name).includes(value.value)}
                onChange={(event) => toggle(name, value.value, event.target.checked)}
              />
              <span>{value.label}</span> <span className="count">{value.count}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </details>
  );
}
