// Dates for people, in the language of the page.
import type { Card } from "@rights-hub/client";

/** English here is that of the hub, which writes the day before the month. */
const locale = (lang: string) => (lang === "en" ? "en-GB" : lang);

/** A day as the clock of that place shows it. */
export function formatDay(instant: string, lang: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale(lang), { dateStyle: "long", timeZone }).format(new Date(instant));
}

/** From when to when an event is, as the clock of its place shows it. */
export function formatPeriod(event: Pick<Card<"events">, "starts_at" | "ends_at" | "time_zone" | "all_day">, lang: string): string {
  const { starts_at, ends_at = starts_at, time_zone, all_day } = event;
  const clock: Intl.DateTimeFormatOptions = all_day ? {} : { timeStyle: "short" };
  const format = new Intl.DateTimeFormat(locale(lang), { dateStyle: "long", timeZone: time_zone, ...clock });
  return format.formatRange(new Date(starts_at), new Date(ends_at));
}

/** A year, a month or a day. */
export function formatDate(edtf: string, lang: string): string {
  const [year, month, day] = edtf.split("-");
  const options: Intl.DateTimeFormatOptions = { year: "numeric", timeZone: "UTC" };
  if (month) options.month = "long";
  if (day) options.day = "numeric";
  return new Intl.DateTimeFormat(locale(lang), options).format(new Date(`${year}-${month ?? "01"}-${day ?? "01"}T00:00:00Z`));
}
