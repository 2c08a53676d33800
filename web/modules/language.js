import texts from "../languages/en.json" with { type: "json" };   // the server puts the reader's language in its place

/** The texts of the page in the reader's language, and how that language writes numbers and dates. */

export const LOCALE = texts.locale;

const PLURAL = new Intl.PluralRules(LOCALE);
const LIST = new Intl.ListFormat(LOCALE);

export const number = (value, options) => value.toLocaleString(LOCALE, options);
export const listed = (values) => LIST.format(values);

/** The text of that key with its {places} filled; where it has several forms, the one for the number `n`. */
export function say(key, values = {}) {
  const found = texts[key];
  if (found === undefined) throw new Error(`there is no text "${key}"`);
  const text = typeof found === "string" ? found : found[PLURAL.select(values.n)] ?? found.other;
  return text.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name] ?? "";
    return typeof value === "number" ? number(value) : value;
  });
}

/** A format of dates in that language. */
export const dateFormat = (options) => new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", ...options });

/** "12 October 2024 at 14:05", in the reader's time zone. */
export const moment = (time) => new Date(time).toLocaleString(LOCALE, { dateStyle: "long", timeStyle: "short" });
