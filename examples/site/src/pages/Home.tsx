// The front page: one call.
import { EntryCard, Shelves } from "../Cards";
import { useAnswer, useLabels } from "../hub";
import { inLanguage, Link, useLanguage } from "../language";
import { Answered } from "../State";
import { useTitle } from "../title";
import { formatDay } from "./dates";

export function Home() {
  const { lang, words } = useLanguage();
  const home = useAnswer("home", (hub, signal) => hub.home({}, { signal }));
  const label = useLabels();
  useTitle(home.answer?.sections[0]?.title);
  return (
    <Answered of={home}>
      {({ sections, featured, newest, next_events }) => {
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
                  <p className="kind">{section.section}</p>
                  <h2>{section.title}</h2>
                  <p>{section.summary}</p>
                  <Link to={`/pages/${section.slug}`} aria-label={`${words.more}: ${section.title}`}>
                    {words.more}
                  </Link>
                </section>
              ))}
            </div>
            {next_events.length > 0 && (
              <section className="next">
                <h2>{words.nextEvents}</h2>
                <ul>
                  {next_events.map((event) => (
                    <li key={event.id} {...inLanguage(event.lang)}>
                      <time dateTime={event.next_occurrence}>
                        {formatDay(event.next_occurrence ?? event.starts_at, lang, event.time_zone)}
                      </time>
                      <Link to={`/events/${event.slug}`}>{event.title}</Link>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <section>
              <h2>{words.featured}</h2>
              <div className="cards">
                {featured.slice(0, 6).map((entry) => (
                  <EntryCard key={entry.id} entry={entry} />
                ))}
              </div>
            </section>
            <section>
              <h2>{words.newest}</h2>
              <div className="shelves">
                <Shelves of={newest} label={label} />
              </div>
            </section>
          </>
        );
      }}
    </Answered>
  );
}
