/** Values that articles have in common, as boxes to choose them by, and their names. */
import { make } from "./dom.js";
import { LOCALE, say } from "./language.js";

const SHOWN = 12;   // values of one kind; more are found by words
const STATES = ["corrected", "copy", "current"];
const LANGUAGES = new Intl.DisplayNames([LOCALE], { type: "language", fallback: "code" });

/** A value of a kind ("publisher", "topic", "language", "state", "author") in words; "" is none. */
export function valueName(kind, value) {
  if (!value) return say("facets.none");
  if (kind === "language") return LANGUAGES.of(value);
  return kind === "state" && STATES.includes(value) ? say(`facets.${value}`) : value;
}

/**
 * A fieldset with the most frequent values of a kind and those chosen, or "" where it does not tell articles apart.
 * `counts` is a facet of GET /articles; `change` is called with the values chosen then.
 */
export function facetBoxes(kind, counts, chosen, change) {
  if (counts.length < 2 && !chosen.length) return "";
  const shown = counts.slice(0, SHOWN).map(({ value, articles }) => ({ value: value ?? "", articles }));
  const missing = chosen.filter((value) => shown.every((one) => one.value !== value));
  const rest = missing.map((value) => ({ value, articles: countOf(value, counts) }));
  // What the boxes say now: a second one is chosen before the counts come that the first one changed.
  const changed = () => change(boxes.filter(({ box }) => box.checked).map(({ value }) => value));
  const boxes = [...shown, ...rest].map((one) => labelled(kind, one, chosen.includes(one.value), changed));
  return make("fieldset", {}, make("legend", {}, say(`facets.${kind}`)), boxes.map(({ label }) => label));
}

const countOf = (value, counts) => counts.find((one) => (one.value ?? "") === value)?.articles ?? 0;

function labelled(kind, { value, articles }, checked, change) {
  const box = make("input", { type: "checkbox", name: `${kind} ${value}`, checked, change });
  const label = make("label", {}, box, ` ${valueName(kind, value)} `, make("small", {}, String(articles)));
  return { box, value, label };
}
