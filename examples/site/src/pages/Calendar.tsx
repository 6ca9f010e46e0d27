// Events: what comes next, then everything by year and month.
import type { Card } from "@rights-hub/client";
import { formatDate, formatDay, formatPeriod } from "../dates";
import { HUB_URL, useAnswer } from "../hub";
import { inLanguage, Link, useLanguage } from "../language";
import { valueOf } from "../names";
import { Answered } from "../State";
import { useTitle } from "../title";

type Event = Card<"events">;

export function Calendar() {
  const { lang, words } = useLanguage();
  useTitle(words.calendar);
  const events = useAnswer("calendar", async (hub, signal) => {
    const all: Event[] = [];
    const [home] = await Promise.all([
      hub.home({}, { signal }),
      (async () => {
        for await (const event of hub.each("events", { sort: "-starts_at" }, { signal })) all.push(event);
      })(),
    ]);
    return { next: home.next_events, all };
  });
  return (
    <>
      <h1>{words.calendar}</h1>
      <p>
        <a href={`${HUB_URL}/v1/events.ics`.replace(/^https?:/, "webcal:")}>{words.subscribe}</a>
      </p>
      <Answered of={events}>
        {({ next, all }) => (
          <>
            {next.length > 0 && <h2>{words.upcoming}</h2>}
            <ol className="agenda">
              {next.map((event) => (
                <Row key={event.id} event={event} next={event.next_occurrence} />
              ))}
            </ol>
            <h2>{words.past}</h2>
            {[...byMonth(all)].map(([month, of]) => (
              <section key={month} className="month">
                <h3>{formatDate(month, lang)}</h3>
                <ol className="agenda">
                  {of.map((event) => (
                    <Row key={event.id} event={event} />
                  ))}
                </ol>
              </section>
            ))}
          </>
        )}
      </Answered>
    </>
  );
}

function Row({ event, next }: { event: Event; next?: string | undefined }) {
  const { lang, words } = useLanguage();
  const country = event.country && new Intl.DisplayNames(lang, { type: "region" }).of(event.country);
  return (
    <li>
      <time dateTime={next ?? event.starts_at}>{next ? formatDay(next, lang, event.time_zone) : formatPeriod(event, lang)}</time>
      <div {...inLanguage(event.lang)}>
        <Link to={`/events/${event.slug}`}>{event.title}</Link>
        <p lang={lang}>{[valueOf(words, event.kind), event.venue, country].filter(Boolean).join(" · ")}</p>
      </div>
    </li>
  );
}

function byMonth(events: readonly Event[]): Map<string, Event[]> {
  const months = new Map<string, Event[]>();
  for (const event of events) {
    const month = event.starts_at.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), event]);
  }
  return months;
}
