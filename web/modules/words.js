/** Texts for the codes of the API. */

const LONG = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** "12 October 2024" from a date or time; a year or month is shown as such; no date is "undated". */
export function date(published) {
  if (!published) return "undated";
  const time = new Date(published);
  if (Number.isNaN(time.getTime()) || /^\d{4}$/.test(published)) return published;
  return (/^\d{4}-\d{2}$/.test(published) ? MONTH : LONG).format(time);
}

/** The same in the reader's time zone: "Today", "Yesterday", or the date. */
export function day(time, now = new Date()) {
  const midnight = (moment) => new Date(moment).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(now) - midnight(time)) / 86_400_000);
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  return new Date(time).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
}

export const seconds = (ms) => `${Math.max(1, Math.round(ms / 100)) / 10} s`;

/** "9 s", "3 min", "1 h 20 min": a remaining time, rounded to the precision of the estimate. */
export function left(secs) {
  if (secs < 90) return `${secs} s`;
  const minutes = Math.round(secs / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export const count = (number, one) => `${number.toLocaleString("en-GB")} ${one}${number === 1 ? "" : "s"}`;

/** The article's own words say so themselves; a verdict is told where the words are others'. */
export const quotes = ({ support: { label, reason } }) => label === "full" && reason === OWN_WORDS;
const OWN_WORDS = "these are the article's own words";

/** "Quoted" for the article's own words, else the verdict. */
export const ground = (footnote) => (quotes(footnote) ? "Quoted" : support(footnote.support.label));

const LIKELY = 0.7;     // of answers shown with at least this confidence four in five are right (eval/journal.md)
const UNLIKELY = 0.45;  // and of those below this one half

/** How likely the sentences answer the question: another thing than whether the articles say them. */
export function likelihood(confidence) {
  if (confidence == null || confidence >= LIKELY) return "Probably answers the question";
  return confidence >= UNLIKELY ? "May answer the question" : "Perhaps not what was asked: read the sources";
}

const SUPPORT = { full: "Fully supported", partial: "Partly supported", none: "Not supported" };
export const support = (label) => SUPPORT[label] ?? "Not checked";

/** "Not supported: the article says 700, not 7,000." */
export function verdict({ label, contradicted, reason }) {
  const said = contradicted ? "Contradicted" : support(label);
  return reason ? `${said}: ${reason}.` : `${said}.`;
}

const STANDING = {
  holds: "Still holds", corrected: "Corrected since", changed: "Article changed: it no longer has these words",
  removed: "Article removed",
};

/** Whether a footnote still holds, for a check against the articles of today. */
export const stands = ({ state, corrected_by: by }) =>
  [STANDING[state] ?? "Not checked", by?.published && `(${date(by.published)})`].filter(Boolean).join(" ");

/** The same of the whole answer. */
export function standing({ holds, footnotes, sentences }) {
  if (holds) return "Checked again: everything still holds.";
  const still = footnotes.filter(({ state }) => state === "holds").length;
  const weaker = sentences.filter(({ before, now }) => before !== now).length;
  return `Checked again: ${still} of ${count(footnotes.length, "footnote")} still ${still === 1 ? "holds" : "hold"}${
    weaker ? `; the support of ${count(weaker, "sentence")} is another now` : ""}.`;
}

const CHECKS = { quote: "quoted words", numbers: "numbers", names: "names", dates: "dates", negation: "negations" };
const LIST = new Intl.ListFormat("en-GB");

/** "Compared word for word: quoted words and numbers agree, dates do not." A check that did not apply is left out. */
export function checks(results) {
  const those = (value) => Object.keys(CHECKS).filter((name) => results?.[name] === value).map((name) => CHECKS[name]);
  const said = (names, outcome) => (names.length ? [`${LIST.format(names)} ${outcome}`] : []);
  const found = [...said(those(true), "agree"), ...said(those(false), "do not")].join(", ");
  return found && `Compared word for word: ${found}.`;
}

/** What is missing, as a sentence: most are one already, some are "how much it cost". */
export const silence = (missing) => (/^\p{Lu}/u.test(missing) ? missing : `The articles do not say: ${missing}`);

/** What a refusal says first. */
export const refusal = ({ missing }) => (missing ? silence(missing) : "I found no answer I trust.");

export const byline = ({ publisher, published }) => `${publisher ?? "Unknown publisher"}, ${date(published)}`;

export function footnoteLabel({ number, article, support: { label } }) {
  return `Footnote ${number}: ${byline(article)}${label === "full" ? "" : `, ${support(label).toLowerCase()}`}`;
}

/** The stages of a turn so far, in order, and the current one. */
export function steps({ stages, passages }) {
  const names = {
    rewrite: "Reading the question", retrieve: "Searching", passages: `Reading ${count(passages ?? 0, "passage")}`,
    write: "Writing", verify: "Checking",
  };
  const said = [...new Set(stages)].filter((stage) => stage in names);
  return said.map((stage) => ({ text: names[stage], now: stage === stages.at(-1) }));
}
