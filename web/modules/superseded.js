import { occurrences } from "./codepoints.js";
import { say } from "./language.js";
import { date } from "./words.js";

/** Where a text writes the value of a footnote that does not hold any more, each place with the reason in words. */
export function superseded(text, footnote) {
  const { superseded_by: by } = footnote;
  return by ? occurrences(text, by.value).map((place) => ({ ...place, reason: why(footnote) })) : [];
}

/** "withdrawn 15 October 2024"; "newer in footnote 1". */
export function why({ article, superseded_by: { footnote, why: reason } }) {
  if (reason === "newer") return say("superseded.newer", { number: String(footnote) });
  const published = article.corrected_by?.published;
  return published ? say("superseded.on", { date: date(published) }) : say("superseded");
}

/** "Corrected 15 October 2024: The right figure is about 700." */
export function correction({ corrected_by: by }) {
  return by ? say("correction", { corrected: corrected(by), note: by.note }) : "";
}

/** "Corrected 15 October 2024". */
export const corrected = ({ published }) =>
  (published ? say("corrected.on", { date: date(published) }) : say("corrected"));
