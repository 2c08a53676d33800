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
  return make("fieldset", {}, make("legend", {}, say(`facets.${kind}`)),
    [...shown, ...rest].map((one) => box(kind, one, chosen, change)));
}

const countOf = (value, counts) => counts.find((one) => (one.value ?? "") === value)?.articles ?? 0;

function box(kind, { value, articles }, chosen, change) {
  const changed = ({ target }) => change(target.checked ? [...chosen, value] : chosen.filter((one) => one !== value));
  const box = { type: "checkbox", name: `${kind} ${value}`, checked: chosen.includes(value), change: changed };
  return make("label", {}, make("input", box), ` ${valueName(kind, value)} `, make("small", {}, String(articles)));
}
