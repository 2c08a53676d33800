/** What is listed behind the text of an article, closed. */
import { host, make, outside } from "./dom.js";
import { say } from "./language.js";

/** The sources that the article names without a note. */
export function named({ sentences }) {
  const mentions = sentences.flatMap(({ mentions: own = [] }) => own);
  if (!mentions.length) return "";
  const item = ({ source, url }) => make("li", {}, outside(url, source), host(url) ? ` · ${host(url)}` : "");
  const items = new Map(mentions.map((mention) => [`${mention.source} ${mention.url}`, item(mention)]));
  return make("details", {},
    make("summary", {}, say("article.sources", { n: items.size })),
    make("ul", {}, [...items.values()]));
}

export function dropped(lines) {
  if (!lines.length) return "";
  return make("details", {},
    make("summary", {}, say("article.dropped", { n: lines.length })),
    make("ul", {}, lines.map((line) => make("li", {}, line))));
}

const REASONS = ["instruction", "disguise", "continuation"];

/** Words that are never searched, quoted or given to a language model. */
export function heldBack(held) {
  if (!held.length) return "";
  const because = (reason) => (REASONS.includes(reason) ? say(`article.${reason}`) : reason);
  const item = ({ reason, where, text }) =>
    make("li", {}, text, make("small", {}, ` (${where === "text" ? "" : `${where}: `}${because(reason)})`));
  return make("details", {},
    make("summary", {}, say("article.held", { n: held.length })),
    make("ul", {}, held.map(item)));
}
