/** The API counts Unicode code points; JavaScript counts UTF-16 units. These functions convert. */

export const length = (text) => Array.from(text).length;

export const slice = (text, start, end) => Array.from(text).slice(start, end).join("");

/** All occurrences of `wanted` in `text`, as code-point ranges. */
export function occurrences(text, wanted) {
  const places = [];
  const size = length(wanted);
  for (let at = text.indexOf(wanted); wanted && at >= 0; at = text.indexOf(wanted, at + 1)) {
    const start = length(text.slice(0, at));
    places.push({ start, end: start + size });
  }
  return places;
}
