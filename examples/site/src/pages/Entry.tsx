// One entry of any collection: its prose, what it is in short, what it leads to, and who refers to it.
import type { Collection, Full, Reference } from "@rights-hub/client";
import { useParams } from "react-router";
import { References, Shelves } from "../Cards";
import { Embed } from "../Embed";
import { describe, HUB_URL, useAnswer, useLabels } from "../hub";
import { inLanguage, Link, useLanguage } from "../language";
import { factsOf, Outside, partsOf, referencesOf, worded } from "../members";
import { Answered } from "../State";
import { useTitle } from "../title";
import { formatDate } from "./dates";

export function Entry() {
  const { lang, words } = useLanguage();
  const label = useLabels();
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
  return (
    <Answered of={read}>
      {({ entry, related }) => {
        const facts = factsOf(entry);
        const references = referencesOf(entry);
        const naming = Object.entries(entry.referenced_by ?? {}).filter(([, { total }]) => total > 0);
        return (
          <article className="entry">
            <header {...inLanguage(entry.lang)}>
              <p className="kind">
                <Link to={`/${entry.type}`}>{label(entry.type)}</Link>
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
              <div className="prose" {...inLanguage(entry.lang)}>
                {partsOf(entry).map(({ name, body }) => (
                  <section key={name}>
                    <h2 lang="en">{worded(name)}</h2>
                    {body}
                  </section>
                ))}
              </div>
              <aside>
                {facts.length > 0 && (
                  <section>
                    <h2>{words.facts}</h2>
                    <dl>
                      {facts.map(({ name, value, date }) => (
                        <div key={name}>
                          <dt lang="en">{worded(name)}</dt>
                          <dd>
                            {date ? (
                              formatDate(value, lang)
                            ) : /^https?:/.test(value) ? (
                              <Outside to={value} />
                            ) : name === "country" ? (
                              new Intl.DisplayNames(lang, { type: "region" }).of(value)
                            ) : (
                              value
                            )}
                          </dd>
                        </div>
                      ))}
                    </dl>
                  </section>
                )}
                {references.length > 0 && (
                  <section>
                    <h2>{words.links}</h2>
                    {references.map(({ name, of }) => (
                      <section key={name}>
                        <h3 lang="en">{worded(name)}</h3>
                        <References of={of} />
                      </section>
                    ))}
                  </section>
                )}
              </aside>
            </div>
            {naming.length > 0 && (
              <section>
                <h2>{words.referredBy}</h2>
                <div className="shelves">
                  <Shelves of={Object.fromEntries(naming.map(([name, { data }]) => [name, data as Reference[] as []]))} label={label} />
                </div>
              </section>
            )}
            {Object.keys(related).length > 0 && (
              <section>
                <h2>{words.related}</h2>
                <div className="shelves">
                  <Shelves of={related} label={label} />
                </div>
              </section>
            )}
            <Embed src={HUB_URL + entry.links.embed} lang={lang} />
            <p className="attribution">
              {entry.source && (
                <>
                  {words.source}: {entry.source.url ? <a href={entry.source.url}>{entry.source.title}</a> : entry.source.title}.{" "}
                </>
              )}
              {words.licence}: {entry.licence}
            </p>
          </article>
        );
      }}
    </Answered>
  );
}
