/**
 * Which articles a list or a question may see: `publishers` (a list), `published_from`, `published_to` (days), and for
 * one article `articles` with `title`, its name in words. Plain data, as `filters` of the API.
 */
import { say } from "./language.js";
import { browser } from "./storage.js";
import { date } from "./words.js";

const KEY = "ibid.scope";
const ALL = { publishers: [], articles: [], published_from: null, published_to: null };

/** Only what limits, for a request; null if nothing does. */
export function limits({ publishers, articles, published_from: from, published_to: to }) {
  const set = {
    ...(publishers?.length && { publishers }), ...(articles?.length && { articles }),
    ...(from && { published_from: from }), ...(to && { published_to: to }),
  };
  return Object.keys(set).length ? set : null;
}

/** "Ibid Wire · since 1 October 2024"; null for all articles. */
export function described(scope) {
  const { publishers = [], articles = [], published_from: from, published_to: to, title } = scope ?? {};
  const days = from && to ? say("date.span", { from: date(from), to: date(to) })
    : from ? say("scope.since", { date: date(from) })
    : to ? say("scope.until", { date: date(to) }) : null;
  const one = title ? `“${title}”` : say("scope.chosen", { n: articles.length });
  const outlets = publishers.length > 2 ? say("n.outlets", { n: publishers.length }) : publishers.join(", ");
  return [articles.length ? one : null, outlets, days].filter(Boolean).join(" · ") || null;
}

/** The scope of a conversation (an id, or null for a new one), as this browser last had it. */
export const scopeOf = (conversation) => ({ ...ALL, ...JSON.parse(browser.get(`${KEY}.${conversation}`) ?? "{}") });
export const keepScope = (conversation, scope) =>
  browser.set(`${KEY}.${conversation}`, JSON.stringify({ ...limits(scope), title: scope.title }));
