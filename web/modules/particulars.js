/** Details under an article's title besides the author: corrections, copies, and the source of each item. */
import { make } from "./dom.js";
import { say } from "./language.js";
import { format, here } from "./route.js";
import { date } from "./words.js";

const NOTICES = { correction: "corrected", update: "article.updated", editor: "article.editor" };

/** Nodes for the header of an article; none if there are no details. */
export function particulars(article) {
  const { subtitle, modified, published, notices = [], copies = [], copy_of: origin, known_from: known = {} } = article;
  return [
    subtitle && make("p", { class: "subtitle" }, subtitle),
    modified && modified !== published &&
      make("p", { class: "from" }, say("article.changed", { date: date(modified) })),
    ...notices.map(noticed),
    copies.length > 0 && copied(copies, origin),
    Object.keys(known).length > 0 && make("details", { class: "known" },
      make("summary", {}, say("article.known")),
      make("dl", {}, Object.entries(known).flatMap(([item, from]) => [make("dt", {}, item), make("dd", {}, from)]))),
  ].filter(Boolean);
}

function noticed({ kind, text }) {
  const name = say(NOTICES[kind] ?? "article.note");
  return make("p", { class: "notice" }, make("strong", {}, `${name}${say("stop")} `), text);
}

/** A notice that the article is a copy, so that readers do not count it as a second source. */
function copied(copies, origin) {
  const link = ({ id, title, publisher, published }) => make("li", {},
    make("a", { href: format({ conversation: here().conversation, article: id }) }, title),
    id === origin ? say("article.earliest") : "",
    [publisher, date(published)].filter(Boolean).map((text) => ` · ${text}`).join(""));
  return make("details", { class: "copies" },
    make("summary", {}, origin ? say("article.repeats") : say("article.repeated", { n: copies.length })),
    make("ul", {}, copies.map(link)));
}
