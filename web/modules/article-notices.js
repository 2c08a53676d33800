/** What is listed behind the text of an article, closed. */
import { host, make, outside } from "./dom.js";

/** The sources that the article names without a note. */
export function named({ sentences }) {
  const mentions = sentences.flatMap(({ mentions: own = [] }) => own);
  if (!mentions.length) return "";
  const item = ({ source, url }) => make("li", {}, outside(url, source), host(url) ? ` · ${host(url)}` : "");
  const items = new Map(mentions.map((mention) => [`${mention.source} ${mention.url}`, item(mention)]));
  return make("details", {},
    make("summary", {}, `Sources it names (${items.size})`),
    make("ul", {}, [...items.values()]));
}

export function dropped(lines) {
  if (!lines.length) return "";
  return make("details", {},
    make("summary", {}, `Left out of the article (${lines.length})`),
    make("ul", {}, lines.map((line) => make("li", {}, line))));
}

const REASONS = {
  instruction: "gives orders to a language model, or asks the reader for something",
  disguise: "is written in a code or a disguise",
  continuation: "belongs to an instruction before it",
};

/** Words that are never searched, quoted or given to a language model. */
export function heldBack(held) {
  if (!held.length) return "";
  const item = ({ reason, where, text }) =>
    make("li", {}, text, make("small", {}, ` (${where === "text" ? "" : `${where}: `}${REASONS[reason] ?? reason})`));
  return make("details", {},
    make("summary", {}, `Not used in answers (${held.length})`),
    make("ul", {}, held.map(item)));
}
