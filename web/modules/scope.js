/**
 * Which articles a list or a question may see: `publishers`, `topics`, `languages` (lists), `published_from`,
 * `published_to` (days), and for one article `articles` with `title`, its name in words. Plain data, as `filters` of
 * the API.
 */
import { valueName } from "./facet-boxes.js";
import { say } from "./language.js";
import { browser } from "./storage.js";
import { date } from "./words.js";

const KEY = "ibid.scope";
/** What a scope is chosen by besides days, and the lists of it. */
export const SCOPE_KINDS = { publisher: "publishers", topic: "topics", language: "languages" };
const ALL = { publishers: [], articles: [], topics: [], languages: [], published_from: null, published_to: null };

/** Only what limits, for a request; null if nothing does. */
export function limits(scope) {
  const set = Object.keys(ALL).filter((name) => scope[name]?.length);   // of a list, or of a day's letters
  return set.length ? Object.fromEntries(set.map((name) => [name, scope[name]])) : null;
}

/** "Ibid Wire · since 1 October 2024"; null for all articles. */
export function described(scope) {
  const { published_from: from, published_to: to, title, ...lists } = { ...ALL, ...scope };
  const days = from && to ? say("date.span", { from: date(from), to: date(to) })
    : from ? say("scope.since", { date: date(from) })
    : to ? say("scope.until", { date: date(to) }) : null;
  const one = title ? `“${title}”` : say("scope.chosen", { n: lists.articles.length });
  const named = Object.entries(SCOPE_KINDS).map(([kind, name]) => several(kind, name, lists[name]));
  return [lists.articles.length ? one : null, ...named, days].filter(Boolean).join(" · ") || null;
}

function several(kind, name, values) {
  const names = values.map((one) => valueName(kind, one));
  return names.length > 2 ? say(`n.${name}`, { n: names.length }) : names.join(", ");
}

/** The scope of a conversation (an id, or null for a new one), as this browser last had it. */
export const scopeOf = (conversation) => ({ ...ALL, ...JSON.parse(browser.get(`${KEY}.${conversation}`) ?? "{}") });
export const keepScope = (conversation, scope) =>
  browser.set(`${KEY}.${conversation}`, JSON.stringify({ ...limits(scope), title: scope.title }));
