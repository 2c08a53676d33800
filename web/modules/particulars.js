/** Details under an article's title besides the author: corrections, copies, and the source of each item. */
import { make } from "./dom.js";
import { format, here } from "./route.js";
import { count, date } from "./words.js";

const NOTICE = { correction: "Corrected", update: "Updated", editor: "Editor’s note" };

/** Nodes for the header of an article; none if there are no details. */
export function particulars(article) {
  const { subtitle, modified, published, notices = [], copies = [], copy_of: origin, known_from: known = {} } = article;
  return [
    subtitle && make("p", { class: "subtitle" }, subtitle),
    modified && modified !== published && make("p", { class: "from" }, `Changed ${date(modified)}`),
    ...notices.map(noticed),
    copies.length > 0 && copied(copies, origin),
    Object.keys(known).length > 0 && make("details", { class: "known" },
      make("summary", {}, "How this is known"),
      make("dl", {}, Object.entries(known).flatMap(([item, from]) => [make("dt", {}, item), make("dd", {}, from)]))),
  ].filter(Boolean);
}

function noticed({ kind, text }) {
  return make("p", { class: "notice" }, make("strong", {}, `${NOTICE[kind] ?? "Note"}. `), text);
}

/** A notice that the article is a copy, so that readers do not count it as a second source. */
function copied(copies, origin) {
  const link = ({ id, title, publisher, published }) => make("li", {},
    make("a", { href: format({ conversation: here().conversation, article: id }) }, title),
    id === origin ? " (the earliest)" : "",
    [publisher, date(published)].filter(Boolean).map((text) => ` · ${text}`).join(""));
  const verb = copies.length > 1 ? "repeat" : "repeats";
  const others = `${count(copies.length, "other article")} ${verb} this one`;
  const said = origin ? "This article repeats an earlier one" : others;
  return make("details", { class: "copies" },
    make("summary", {}, `${said}; together they count as one source`),
    make("ul", {}, copies.map(link)));
}
