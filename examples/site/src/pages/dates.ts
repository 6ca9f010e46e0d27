// Dates for people, in the language of the page.

/** A day as the clock of that place shows it. */
export function formatDay(instant: string, lang: string, timeZone = "UTC"): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone }).format(new Date(instant));
}

/** A year, a month or a day. */
export function formatDate(edtf: string, lang: string): string {
  const [year, month, day] = edtf.split("-");
  const options: Intl.DateTimeFormatOptions = { year: "numeric", timeZone: "UTC" };
  if (month) options.month = "long";
  if (day) options.day = "numeric";
  return new Intl.DateTimeFormat(lang, options).format(new Date(`${year}-${month ?? "01"}-${day ?? "01"}T00:00:00Z`));
}
