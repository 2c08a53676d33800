import { length, occurrences, slice } from "./codepoints.js";

/**
 * Finds a stored quote in the current text: `exact` at its own offsets, `moved` to another place, or `missing`.
 * Of several places it takes the one with the stored words around it, then the one nearest to the old place.
 */
export function anchor(text, quote) {
  const { exact, start, end } = quote;
  if (exact && slice(text, start, end) === exact) return { state: "exact", start, end };

  const places = occurrences(text, exact).sort(
    (a, b) => around(text, b, quote) - around(text, a, quote) || Math.abs(a.start - start) - Math.abs(b.start - start));
  return places.length ? { state: "moved", ...places[0] } : { state: "missing" };
}

/** How many of the neighbours, prefix and suffix, are still next to the place. */
function around(text, { start, end }, { prefix, suffix }) {
  const before = prefix && slice(text, Math.max(0, start - length(prefix)), start) === prefix;
  const after = suffix && slice(text, end, end + length(suffix)) === suffix;
  return Number(Boolean(before)) + Number(Boolean(after));
}
