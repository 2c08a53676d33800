import { LOCALE, dateFormat, listed, say } from "./language.js";

/** Texts for the codes of the API. */

const LONG = dateFormat({ day: "numeric", month: "long", year: "numeric" });
const MONTH = dateFormat({ month: "long", year: "numeric" });

/** "12 October 2024" from a date or time; a year or month is shown as such; no date is "undated". */
export function date(published) {
  if (!published) return say("date.none");
  const time = new Date(published);
  if (Number.isNaN(time.getTime()) || /^\d{4}$/.test(published)) return published;
  return (/^\d{4}-\d{2}$/.test(published) ? MONTH : LONG).format(time);
}

/** The same in the reader's time zone: the hour of today or yesterday ("Yesterday, 14:05"), or the date. */
export function when(time, now = new Date()) {
  const midnight = (moment) => new Date(moment).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(now) - midnight(time)) / 86_400_000);
  const name = ["date.today", "date.yesterday"][days];
  if (name) return [say(name), new Date(time).toLocaleTimeString(LOCALE, { timeStyle: "short" })].join(say("comma"));
  return new Date(time).toLocaleDateString(LOCALE, { day: "numeric", month: "short", year: "numeric" });
}

/** The number of the printed page of a place in a file, or null: a line is no place to turn to. */
export const printedPage = (place) => Number(/^page (\d+)/.exec(place ?? "")?.[1]) || null;

export const seconds = (ms) => say("unit.seconds", { n: Math.max(1, Math.round(ms / 100)) / 10 });

/** "9 s", "3 min", "1 h 20 min": a remaining time, rounded to the precision of the estimate. */
export function left(secs) {
  if (secs < 90) return say("unit.seconds", { n: secs });
  const n = Math.round(secs / 60);
  return n < 90 ? say("unit.minutes", { n }) : say("unit.hours", { hours: Math.floor(n / 60), minutes: n % 60 });
}

/** The article's own words say so themselves; a verdict is told where the words are others'. */
export const quotes = ({ support: { label, reason } }) => label === "full" && reason === OWN_WORDS;
const OWN_WORDS = "these are the article's own words";

/** "Quoted" for the article's own words, else the verdict. */
export const ground = (footnote) => (quotes(footnote) ? say("support.quoted") : support(footnote.support.label));

const LIKELY = 0.72;    // of answers shown with at least this confidence four in five are right (eval/journal.md)
const UNLIKELY = 0.6;   // and of those below this one half

/** How likely the sentences answer the question: another thing than whether the articles say them. */
export function likelihood(confidence) {
  if (confidence == null || confidence >= LIKELY) return say("likely");
  return say(confidence >= UNLIKELY ? "likely.may" : "likely.not");
}

const one = (codes, prefix, code, other) => say(codes.includes(code) ? `${prefix}.${code}` : other);
export const support = (label) => one(["full", "partial", "none"], "support", label, "support.unknown");

/** "Not supported: the article says 700, not 7,000." */
export function verdict({ label, contradicted, reason }) {
  const said = contradicted ? say("support.contradicted") : support(label);
  if (!reason) return `${said}${say("stop")}`;
  return say("support.verdict", { said, reason: reason === OWN_WORDS ? say("support.ownWords") : reason });
}

const STANDINGS = ["holds", "corrected", "changed", "removed"];

/** Whether a footnote still holds, for a check against the articles of today. */
export const stands = ({ state, corrected_by: by }) =>
  [one(STANDINGS, "standing", state, "support.unknown"), by?.published && `(${date(by.published)})`]
    .filter(Boolean).join(" ");

/** The same of the whole answer. */
export function standing({ holds, footnotes, sentences }) {
  if (holds) return say("recheck.holds");
  const still = footnotes.filter(({ state }) => state === "holds").length;
  const weaker = sentences.filter(({ before, now }) => before !== now).length;
  return `${say("recheck.some", { still, n: footnotes.length })}${
    weaker ? say("recheck.weaker", { n: weaker }) : ""}${say("stop")}`;
}

const CHECKS = ["quote", "numbers", "names", "dates", "negation"];

/** "Compared word for word: quoted words and numbers agree, dates do not." A check that did not apply is left out. */
export function checks(results) {
  const those = (value) => CHECKS.filter((name) => results?.[name] === value).map((name) => say(`checks.${name}`));
  const said = (names, outcome) => (names.length ? [say(outcome, { names: listed(names) })] : []);
  const found = [...said(those(true), "checks.agree"), ...said(those(false), "checks.not")].join(say("comma"));
  return found && say("checks", { found });
}

/** What is missing, as a sentence: most are one already, some are "how much it cost". */
export const silence = (missing) => (/^\p{Lu}/u.test(missing) ? missing : say("missing", { missing }));

/** What a refusal says first. */
export const refusal = ({ missing }) => (missing ? silence(missing) : say("missing.all"));

export const byline = ({ publisher, author, published }) =>
  say("byline", { publisher: publisher ?? author ?? say("byline.unknown"), date: date(published) });

export function footnoteLabel({ number, article, support: { label } }) {
  const known = { number: String(number), byline: byline(article) };
  if (label === "full") return say("footnote.label", known);
  return say("footnote.doubt", { ...known, support: support(label).toLocaleLowerCase(LOCALE) });
}

/** The stages of a turn so far, in order, and the current one. */
export function steps({ stages, passages }) {
  const known = ["rewrite", "retrieve", "passages", "write", "verify"];
  const said = [...new Set(stages)].filter((stage) => known.includes(stage));
  return said.map((stage) => ({ text: say(`stage.${stage}`, { n: passages ?? 0 }), now: stage === stages.at(-1) }));
}

/** The answer as it is announced. */
export function spoken(answer) {
  const { outcome, short, text, missing, footnotes, partial } = answer;
  const less = partial && say("turn.partial");
  if (outcome === "abstained") return [refusal(answer), less].filter(Boolean).join(" ");
  const said = [short && `${short.text}.`, text, missing && silence(missing), less].filter(Boolean);
  return say("turn.spoken", { text: said.join(" "), n: footnotes.length });
}
