// One entry of any collection: its prose, what it is in short, what it is connected with, and who mentions it.
import type { Card, Collection, Full, Related } from "@rights-hub/client";
import { useState } from "react";
import { useParams } from "react-router";
import { EntryCard, References, type Shelf, Shelves } from "../Cards";
import { Embed } from "../Embed";
import { describe, useAnswer } from "../hub";
import { inLanguage, Link, useLanguage } from "../language";
import { factsOf, isProse, Outside, partsOf, referencesOf } from "../members";
import { collectionOf, isTitled, nameOf } from "../names";
import { Answered } from "../State";
import { useTitle } from "../title";

export function Entry() {
  const { collection, slug } = useParams() as { collection: Collection; slug: string };
  const read = useAnswer(`${collection}/${slug}`, async (hub, signal) => {
    const about = await describe();
    // Collections whose entries may name this one.
    const include = about.collections[collection]?.includes.filter((name) => name in about.collections) ?? [];
    const [entry, related] = await Promise.all([
      hub.get(collection, slug, { format_text: "html", include, include_limit: 10 } as {}, { signal }),
      hub.related(collection, slug, { limit: 3 }, { signal }),
    ]);
    return { entry: entry as Full, related };
  });
  useTitle(read.answer?.entry.title);
  return <Answered of={read}>{({ entry, related }) => <Article key={entry.id} entry={entry} related={related} />}</Answered>;
}

function Article({ entry, related }: { entry: Full; related: Related }) {
  const { words } = useLanguage();
  const shelves = shelvesOf(entry);
  const similar = similarTo(entry, related);
  return (
    <article className="entry">
      <header {...inLanguage(entry.lang)}>
        <p className="kind">
          <Link to={`/${entry.type}`}>{collectionOf(words, entry.type)}</Link>
        </p>
        <h1>{entry.title}</h1>
        {entry.summary && <p className="lead">{entry.summary}</p>}
      </header>
      {entry.lang_fallback && <p className="note">{words.otherLanguage}</p>}
      {entry.notice && (
        <p className="note" role="note">
          {entry.notice.explanation}
        </p>
      )}
      <div className="columns">
        <div>
          <Prose of={entry} />
          {shelves.length > 0 && (
            <section>
              <h2>{words.referredBy}</h2>
              <Shelves of={shelves} />
            </section>
          )}
        </div>
        <aside>
          <Facts of={entry} />
          <Connections of={entry} />
        </aside>
      </div>
      {similar.length > 0 && (
        <section>
          <h2>{words.related}</h2>
          <div className="cards">
            {similar.map((one) => (
              <EntryCard key={one.id} entry={one} level={3} />
            ))}
          </div>
        </section>
      )}
      <Share src={entry.links.embed} />
      <Attribution of={entry} />
    </article>
  );
}

function Prose({ of: entry }: { of: Full }) {
  const { lang, words } = useLanguage();
  return (
    <div className="prose" {...inLanguage(entry.lang)}>
      {partsOf(entry).map(({ name, body }) => (
        <section key={name}>
          {isTitled(name) && !(name === "body" && isProse(entry, name)) && <h2 lang={lang}>{nameOf(words, name)}</h2>}
          {body}
        </section>
      ))}
    </div>
  );
}

function Facts({ of: entry }: { of: Full }) {
  const { lang, words } = useLanguage();
  const facts = factsOf(entry, lang, words);
  if (facts.length === 0) return null;
  return (
    <section>
      <h2>{words.facts}</h2>
      <dl>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{nameOf(words, name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Connections({ of: entry }: { of: Full }) {
  const { words } = useLanguage();
  const references = referencesOf(entry);
  if (references.length === 0) return null;
  return (
    <section>
      <h2>{words.links}</h2>
      {references.map(({ name, of }) => (
        <section key={name}>
          <h3>{nameOf(words, name)}</h3>
          <References of={of} />
        </section>
      ))}
    </section>
  );
}

/** Loads the card only for those who want to see it. */
function Share({ src }: { src: string }) {
  const { words } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <details className="share" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.share}</summary>
      {open && (
        <>
          <p>{words.shareHow}</p>
          <Embed element="rights-hub-card" src={src} />
        </>
      )}
    </details>
  );
}

function Attribution({ of: { attribution, source, licence } }: { of: Full }) {
  const { words } = useLanguage();
  const url = attribution?.url ?? source?.url;
  const said = attribution?.text ?? source?.title;
  return (
    <p className="attribution">
      {said && (
        <>
          <bdi>{url ? <Outside to={url}>{said}</Outside> : said}</bdi> ·{" "}
        </>
      )}
      {words.licence} {licence}
    </p>
  );
}

/** Who mentions the entry, by collection; where there are more than came along, the list that has them all. */
function shelvesOf(entry: Full): Shelf[] {
  return Object.entries(entry.referenced_by ?? {})
    .filter(([, { total }]) => total > 0)
    .map(([collection, { data, total, next }]) => {
      const filter = next && [...new URL(next, "http://hub").searchParams].find(([, value]) => value === entry.id)?.[0];
      return { collection, entries: data, all: filter ? { count: total, to: `/${collection}?${filter}=${entry.slug}` } : undefined };
    });
}

/** The first of each collection, without those that the page names already. */
function similarTo(entry: Full, related: Related): Card[] {
  const named = [...referencesOf(entry).flatMap(({ of }) => of), ...Object.values(entry.referenced_by ?? {}).flatMap(({ data }) => data)];
  const known = new Set(named.map(({ id }) => id));
  return Object.values(related)
    .flatMap((entries: Card[]) => entries.filter(({ id }) => !known.has(id)).slice(0, 1))
    .slice(0, 6);
}
