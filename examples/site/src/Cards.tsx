// Entries in short.
import type { Card, Reference } from "@rights-hub/client";
import { inLanguage, Link, useLanguage } from "./language";
import { collectionOf, oneOf } from "./names";

export type Shown = Pick<Card, "type" | "slug" | "id"> & {
  title?: string | undefined;
  summary?: string | undefined;
  lang?: string | undefined;
  highlights?: Card["highlights"] | undefined;
};

/** Text with the words of the search marked, if they stand in it; the hub has escaped what it marked. */
function Marked({ text, html }: { text: string | undefined; html: string | undefined }) {
  return html === undefined ? text : <span dangerouslySetInnerHTML={{ __html: html }} />;
}

/** An entry in a list; with its kind where there are several. */
export function EntryCard({ entry, level, kind = true }: { entry: Shown; level: 2 | 3; kind?: boolean }) {
  const { lang, words } = useLanguage();
  const Heading = level === 2 ? "h2" : "h3";
  const marked = (field: string) => entry.highlights?.find((one) => one.field === field)?.html;
  const elsewhere = entry.highlights?.find((one) => !["title", "summary", "aliases"].includes(one.field));
  return (
    <article className="card" {...inLanguage(entry.lang)}>
      {kind && (
        <p className="kind" lang={lang}>
          {oneOf(words, entry.type)}
        </p>
      )}
      <Heading>
        <Link to={`/${entry.type}/${entry.slug}`}>
          <Marked text={entry.title} html={marked("title")} />
        </Link>
      </Heading>
      {entry.summary && (
        <p>
          <Marked text={entry.summary} html={marked("summary")} />
        </p>
      )}
      {elsewhere && (
        <p className="passage">
          <Marked text={elsewhere.text} html={elsewhere.html} />
        </p>
      )}
    </article>
  );
}

/** Some entries of a collection, and how many there are where these are not all. */
export interface Shelf {
  readonly collection: string;
  readonly entries: readonly (Shown | Reference)[];
  readonly all?: { readonly count: number; readonly to: string } | undefined;
}

/** Entries of several collections, each under its name. */
export function Shelves({ of }: { of: readonly Shelf[] }) {
  const { words } = useLanguage();
  return (
    <div className="shelves">
      {of.map(({ collection, entries, all }) => (
        <section key={collection} className="shelf">
          <h3>{collectionOf(words, collection)}</h3>
          <ul>
            {entries.map((entry) => (
              <li key={entry.id} lang={"lang" in entry ? entry.lang : undefined}>
                <Link to={`/${entry.type}/${entry.slug}`}>
                  <bdi>{entry.title}</bdi>
                </Link>
              </li>
            ))}
          </ul>
          {all && (
            <p>
              <Link to={all.to} aria-label={`${collectionOf(words, collection)}: ${words.all(all.count)}`}>
                {words.all(all.count)}
              </Link>
            </p>
          )}
        </section>
      ))}
    </div>
  );
}

export function References({ of }: { of: readonly Reference[] }) {
  return (
    <ul className="references">
      {of.map((one) => (
        <li key={one.id}>
          <Link to={`/${one.type}/${one.slug}`}>
            <bdi>{one.title}</bdi>
          </Link>
          {one.role && <span> ({one.role})</span>}
          {one.note && <p>{one.note}</p>}
        </li>
      ))}
    </ul>
  );
}
