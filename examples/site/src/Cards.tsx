// Entries in short.
import type { Card, Collection, Reference } from "@rights-hub/client";
import { inLanguage, Link, useLanguage } from "./language";

type Shown = Pick<Card, "type" | "slug" | "id"> & {
  title?: string | undefined;
  summary?: string | undefined;
  lang?: string | undefined;
  highlights?: Card["highlights"] | undefined;
  reasons?: string[] | undefined;
};

/** Text with the words of the search marked, if they stand in it; the hub has escaped what it marked. */
function Marked({ text, html }: { text: string | undefined; html: string | undefined }) {
  return html === undefined ? text : <span dangerouslySetInnerHTML={{ __html: html }} />;
}

export function EntryCard({ entry, level = 3 }: { entry: Shown; level?: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3";
  const marked = (field: string) => entry.highlights?.find((one) => one.field === field)?.html;
  const elsewhere = entry.highlights?.find((one) => !["title", "summary", "aliases"].includes(one.field));
  return (
    <article className="card" {...inLanguage(entry.lang)}>
      <p className="kind">{entry.type.replaceAll("-", " ")}</p>
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
      {entry.reasons && <p className="reasons">{entry.reasons.join(" · ")}</p>}
    </article>
  );
}

/** Entries of several collections, each under its name. */
export function Shelves({ of, label }: { of: { [C in Collection]?: Shown[] }; label: (name: string) => string }) {
  const { words } = useLanguage();
  return Object.entries(of)
    .filter(([, entries]) => entries.length > 0)
    .map(([name, entries]) => (
      <section key={name} className="shelf">
        <h3>
          <Link to={`/${name}`}>
            <span className="hidden">{words.all} </span>
            {label(name)}
          </Link>
        </h3>
        <ul>
          {entries.map((entry) => (
            <li key={entry.id} lang={entry.lang}>
              <Link to={`/${entry.type}/${entry.slug}`}>
                <bdi>{entry.title}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    ));
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
