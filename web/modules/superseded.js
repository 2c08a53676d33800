import { occurrences } from "./codepoints.js";
import { date } from "./words.js";

/** Where a text writes the value of a footnote that does not hold any more, each place with the reason in words. */
export function superseded(text, footnote) {
  const { superseded_by: by } = footnote;
  return by ? occurrences(text, by.value).map((place) => ({ ...place, reason: why(footnote) })) : [];
}

/** "withdrawn 15 October 2024"; "newer in footnote 1". */
export function why({ article, superseded_by: { footnote, why: reason } }) {
  if (reason === "newer") return `newer in footnote ${footnote}`;
  const published = article.corrected_by?.published;
  return published ? `withdrawn ${date(published)}` : "withdrawn";
}

/** "Corrected 15 October 2024: The right figure is about 700." */
export function correction({ corrected_by: by }) {
  if (!by) return "";
  return `${by.published ? `Corrected ${date(by.published)}` : "Corrected"}: ${by.note}`;
}
