// The front page: what the hub is, what it puts forward, and all that it holds.
import { EntryCard, Shelves } from "../Cards";
import { formatDay } from "../dates";
import { describe, useAnswer } from "../hub";
import { inLanguage, Link, useLanguage } from "../language";
import { collectionOf } from "../names";
import { Answered } from "../State";
import { useTitle } from "../title";

/** Where something new is news. */
const NEW = ["news", "case-studies", "testimonies", "resources", "guides", "courses"] as const;

export function Home() {
  const { lang, words } = useLanguage();
  const home = useAnswer("home", async (hub, signal) => {
    const [page, { collections }] = await Promise.all([hub.home({}, { signal }), describe()]);
    return { ...page, collections };
  });
  useTitle(home.answer?.sections[0]?.title);
  return (
    <Answered of={home}>
      {({ sections, featured, newest, next_events, collections }) => {
        const [first, ...others] = sections;
        return (
          <>
            {first && (
              <section className="hero" {...inLanguage(first.lang)}>
                <h1>{first.title}</h1>
                <p>{first.summary}</p>
              </section>
            )}
            <div className="sections">
              {others.map((section) => (
                <section key={section.id} {...inLanguage(section.lang)}>
                  <h2>{section.title}</h2>
                  <p>{section.summary}</p>
                  <Link to={`/pages/${section.slug}`} lang={lang} aria-label={`${words.more}: ${section.title}`}>
                    {words.more}
                  </Link>
                </section>
              ))}
            </div>
            <section>
              <h2>{words.featured}</h2>
              <div className="cards">
                {featured.slice(0, 6).map((entry) => (
                  <EntryCard key={entry.id} entry={entry} level={3} />
                ))}
              </div>
            </section>
            {next_events.length > 0 && (
              <section className="next">
                <h2>{words.nextEvents}</h2>
                <ul>
                  {next_events.map((event) => (
                    <li key={event.id} {...inLanguage(event.lang)}>
                      <time dateTime={event.next_occurrence} lang={lang}>
                        {formatDay(event.next_occurrence ?? event.starts_at, lang, event.time_zone)}
                      </time>
                      <Link to={`/events/${event.slug}`}>{event.title}</Link>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <section>
              <h2>{words.everything}</h2>
              <ul className="tiles">
                {Object.entries(collections).map(([name, { count }]) => (
                  <li key={name}>
                    <Link to={`/${name}`}>
                      {collectionOf(words, name)} <span className="count">{count}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
            <section>
              <h2>{words.newest}</h2>
              <Shelves of={NEW.map((collection) => ({ collection, entries: newest[collection] ?? [] })).filter(({ entries }) => entries.length > 0)} />
            </section>
          </>
        );
      }}
    </Answered>
  );
}
