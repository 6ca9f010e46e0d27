// Members of an entry by what they are, so that one page shows every collection.
import type { Full, Reference } from "@rights-hub/client";
import type { ReactNode } from "react";
import { References } from "./Cards";
import { useLanguage } from "./language";

/** What every entry has: shown elsewhere on the page, or not at all. */
const ENVELOPE = new Set(
  "type id slug rev seq lang lang_fallback title summary published_at updated_at source licence attribution identifiers review_by featured featured_position notice translations links referenced_by included_more channels score highlights reasons next_occurrence position section location recurrence".split(" "),
);
/** Text of several paragraphs, which the hub gives as HTML that it has cleaned. */
const PROSE = new Set(
  "situation approach impact explanation in_practice restriction_test description body biography aims outcomes method limitations abstract".split(" "),
);
const ORDER = ["situation", "aims", "explanation", "restriction_test", "in_practice", "approach", "changes", "impact", "outcomes", "steps"];

interface Part {
  readonly title?: string;
  readonly text?: string;
  readonly body?: string;
  readonly before?: string;
  readonly after?: string;
  readonly locator?: string;
  readonly url?: string;
  readonly kind?: string;
  readonly media_type?: string;
  readonly resources?: Reference[];
}

export const worded = (name: string) => (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll(/[_-]/g, " ");

const isReference = (value: unknown): value is Reference => typeof value === "object" && value !== null && "href" in value;
const isPart = (value: unknown): value is Part => typeof value === "object" && value !== null && !("href" in value);
const own = (entry: Full) => Object.entries(entry as Record<string, unknown>).filter(([name]) => !ENVELOPE.has(name));

/** An instrument's `body` is who adopted it; everybody else's is text. */
const isProse = (entry: Full, name: string) => PROSE.has(name) && !(entry.type === "instruments" && name === "body");

/** Short values, as words. */
export function factsOf(entry: Full): { name: string; value: string; date: boolean }[] {
  return own(entry).flatMap(([name, value]) => {
    const values = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string" || typeof one === "number");
    if (isProse(entry, name)) return [];
    const text = values.join(", ");
    if (text === "") return [];
    const date = /^\d{4}(-\d\d){0,2}(T.*)?$/.test(text) && /_(on|at|from|to)$/.test(name);
    return [{ name, value: date ? text.slice(0, 10) : /^[a-z-]+(, [a-z-]+)*$/.test(text) ? text.replaceAll("-", " ") : text, date }];
  });
}

/** References, by the relation that they belong to. */
export function referencesOf(entry: Full): { name: string; of: Reference[] }[] {
  return own(entry)
    .map(([name, value]) => ({ name, of: (Array.isArray(value) ? value : [value]).filter(isReference) }))
    .filter(({ of }) => of.length > 0);
}

/** Prose, and lists of things that have prose of their own. */
export function partsOf(entry: Full): { name: string; body: ReactNode }[] {
  const rank = (name: string) => (ORDER.indexOf(name) + ORDER.length + 1) % (ORDER.length + 1);
  return own(entry)
    .flatMap(([name, value]) => {
      if (typeof value === "string" && isProse(entry, name)) {
        return [{ name, body: <Html of={value} /> }];
      }
      const parts = Array.isArray(value) ? value.filter(isPart) : [];
      return parts.length > 0 ? [{ name, body: <Parts of={parts} /> }] : [];
    })
    .sort((a, b) => rank(a.name) - rank(b.name));
}

/** A link to another site, under its host if nothing else; plain text where the address leads nowhere. */
export function Outside({ to, children }: { to: string; children?: ReactNode }) {
  return URL.canParse(to) ? <a href={to}>{children ?? new URL(to).host}</a> : (children ?? to);
}

function Html({ of }: { of: string }) {
  return <div dangerouslySetInnerHTML={{ __html: of }} />;
}

function Change({ before, after }: { before: string; after: string }) {
  const { words } = useLanguage();
  return (
    <div className="change">
      <div>
        <p className="kind">{words.before}</p>
        <Html of={before} />
      </div>
      <div>
        <p className="kind">{words.after}</p>
        <Html of={after} />
      </div>
    </div>
  );
}

function Parts({ of }: { of: Part[] }) {
  return (
    <ol className="parts">
      {of.map((part, index) => (
        <li key={index}>
          {part.url ? (
            <Outside to={part.url}>{part.title}</Outside>
          ) : (
            part.title && <h3>{part.title}</h3>
          )}
          {part.before && part.after && (
            <Change before={part.before} after={part.after} />
          )}
          {part.text && <Html of={part.text} />}
          {part.body && <Html of={part.body} />}
          {(part.locator ?? part.kind ?? part.media_type) && <p className="count">{part.locator ?? part.kind ?? part.media_type}</p>}
          {part.resources && part.resources.length > 0 && <References of={part.resources} />}
        </li>
      ))}
    </ol>
  );
}
