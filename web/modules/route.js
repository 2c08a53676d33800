/**
 * The state of the page in its address: `#/`, `#/c/<conversation>`, and after either a panel: `/articles`, `/stats`,
 * `/a/<article>` or `/a/<article>/<start>-<end>` (code points).
 */
const SHAPE = /^#\/(?:c\/([^/]+)\/?)?(?:(articles)|(stats)|a\/([^/]+)(?:\/(\d+)-(\d+))?)?$/;

const NOWHERE = { conversation: null, articles: false, stats: false, article: null, start: null, end: null };

/** Null for an address of another kind, for example the skip link's. */
export function parse(hash) {
  const match = SHAPE.exec(hash || "#/");
  if (!match) return null;
  const [, conversation, articles, stats, article, start, end] = match;
  return {
    conversation: word(conversation),
    articles: Boolean(articles),
    stats: Boolean(stats),
    article: word(article),
    start: start ? Number(start) : null,
    end: end ? Number(end) : null,
  };
}

export function format(route) {
  const { conversation, articles, stats, article, start, end } = { ...NOWHERE, ...route };
  const parts = [];
  if (conversation) parts.push("c", encodeURIComponent(conversation));
  if (articles) parts.push("articles");
  if (stats) parts.push("stats");
  if (article) parts.push("a", encodeURIComponent(article));
  if (article && start != null && end != null) parts.push(`${start}-${end}`);
  return `#/${parts.join("/")}`;
}

export const here = () => parse(location.hash) ?? NOWHERE;

/** The address of an article, or of words in it, with the open conversation. */
export const toArticle = (article, { start, end } = {}) =>
  format({ conversation: here().conversation, article, start, end });

/** Goes there like a click on a link; `state` comes back with the entry on Back, Forward and reload. */
export function go(hash, { state = null, replace = false } = {}) {
  history[replace ? "replaceState" : "pushState"](state, "", hash);
  dispatchEvent(new PopStateEvent("popstate", { state }));
}

function word(text) {
  try {
    return text ? decodeURIComponent(text) : null;
  } catch {
    return text;   // a typed % that is not an escape
  }
}
