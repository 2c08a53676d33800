import { browser } from "./storage.js";

const KEY = "ibid.kept";

/** Of this script too: another version of the page may read other fields. */
const mark = (generation) => `${generation} ${document.querySelector("script[src]")?.src}`;

function held(generation) {
  const kept = JSON.parse(browser.get(KEY) ?? "{}");
  return kept.mark === mark(generation) ? kept : { mark: mark(generation) };
}

/**
 * What the server says of one generation of the index under that name: asked once, and then kept in this browser, so
 * that the next visit need not ask. Not kept is what `isWhole` does not accept.
 */
export async function kept(generation, name, ask, isWhole = () => true) {
  const known = held(generation)[name];
  if (known) return known;
  const found = await ask();
  if (isWhole(found)) browser.set(KEY, JSON.stringify({ ...held(generation), [name]: found }));
  return found;
}
