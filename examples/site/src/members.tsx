// Members of an entry by what they are, so that one page shows every collection.
import type { Full, Reference } from "@rights-hub/client";
import type { ReactNode } from "react";
import { References } from "./Cards";
import { formatDate, formatPeriod } from "./dates";
import { useLanguage } from "./language";
import { isShown, valueOf } from "./names";
import type { Words } from "./words";

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

const isReference = (value: unknown): value is Reference => typeof value === "object" && value !== null && "href" in value;
const isPart = (value: unknown): value is Part => typeof value === "object" && value !== null && !("href" in value);
const own = (entry: Full) => Object.entries(entry as Record<string, unknown>).filter(([name]) => isShown(name));

/** An instrument's `body` is who adopted it; everybody else's is text. */
export const isProse = (entry: Full, name: string) => PROSE.has(name) && !(entry.type === "instruments" && name === "body");

interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Short values, as words. */
export function factsOf(entry: Full, lang: string, words: Words): Fact[] {
  const facts = own(entry).flatMap(([name, value]): Fact[] => {
    const values = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string" || typeof one === "number");
    if (values.length === 0 || isProse(entry, name)) return [];
    return [{ name, value: values.map((one, index) => [index > 0 && ", ", shown(name, String(one), lang, words)]) }];
  });
  return entry.type === "events" ? [...timesOf(entry, lang, words), ...facts] : facts;
}

function shown(name: string, value: string, lang: string, words: Words): ReactNode {
  if (name === "country") return new Intl.DisplayNames(lang, { type: "region" }).of(value);
  if (name === "languages") return new Intl.DisplayNames(lang, { type: "language" }).of(value);
  if (/^https?:/.test(value)) return <Outside key={value} to={value} />;
  if (/_(on|from|to)$/.test(name) && /^\d{4}(-\d\d){0,2}$/.test(value)) return formatDate(value, lang);
  return /^[a-z]+(-[a-z]+)*$/.test(value) ? valueOf(words, value) : <bdi key={value}>{value}</bdi>;
}

function timesOf(event: Full<"events">, lang: string, { repeats }: Words): Fact[] {
  const often = /FREQ=(\w+)/.exec(event.recurrence ?? "")?.[1] as keyof Words["repeats"] | undefined;
  const times = [{ name: "when", value: formatPeriod(event, lang) }];
  return often ? [...times, { name: "recurrence", value: repeats[often] }] : times;
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
  const { lang, words } = useLanguage();
  return (
    <div className="change">
      <div>
        <p className="kind" lang={lang}>
          {words.before}
        </p>
        <Html of={before} />
      </div>
      <div>
        <p className="kind" lang={lang}>
          {words.after}
        </p>
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
          {part.url ? <Outside to={part.url}>{part.title}</Outside> : part.title && <h3>{part.title}</h3>}
          {part.before && part.after && <Change before={part.before} after={part.after} />}
          {part.text && <Html of={part.text} />}
          {part.body && <Html of={part.body} />}
          {(part.locator ?? part.kind ?? part.media_type) && <p className="count">{part.locator ?? part.kind ?? part.media_type}</p>}
          {part.resources && part.resources.length > 0 && <References of={part.resources} />}
        </li>
      ))}
    </ol>
  );
}
