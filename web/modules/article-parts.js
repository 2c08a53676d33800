/** What the reader shows around the text of an article: its head, its details, and notices where it cannot be read. */
import { originalOf } from "./api.js";
import { emit, host, icon, make, outside, place } from "./dom.js";
import { particulars } from "./particulars.js";
import { count, date, ground } from "./words.js";

const BASIS = { notes: " (dated by its notes)", none: "" };

/** What stays in sight while the text moves under it. */
export function head(article, { footnote, excerpt }) {
  const { title, publisher, author, published, date_basis: basis } = article;
  const note = footnote && [`Footnote ${footnote.number}`, ground(footnote), footnote.place];
  const kicker = note ? note.filter(Boolean).join(" · ")
    : excerpt ? "Nearest passage, not evidence" : "Article";
  return make("header", {},
    make("p", { class: "label" }, kicker, ...badges(article, footnote)),
    make("h2", { tabindex: "-1" }, title),
    make("p", { class: "from" },
      [publisher, author, date(published) + (BASIS[basis] ?? "")].filter(Boolean).join(" · ")));
}

function badges({ copy_of: origin }, footnote) {
  const by = footnote?.article.corrected_by;
  const corrected = by && `Corrected${by.published ? ` ${date(by.published)}` : ""}`;
  return [corrected, origin && "Copy of an earlier article"].filter(Boolean)
    .map((word) => make("span", { class: "badge" }, word));
}

export function details(article) {
  const only = ({ target }) => emit(target, "ask-only", { article });
  const { words, url } = article;
  const address = host(url) ? outside(url, `Read it at ${host(url)}`, icon("outside")) : "";
  return make("div", { class: "details" },
    make("p", { class: "from" }, words ? count(words, "word") : "", words && address ? " · " : "", address,
      words || address ? " · " : "",
      make("a", { href: originalOf(article.id), download: true }, "Original"), " · ",
      make("button", { type: "button", class: "link", click: only }, "Ask only this article")),
    ...particulars(article));
}

const REMOVED = "This article was removed from the collection.";

export const untitled = ({ status }, { footnote }) => [make("h2", { tabindex: "-1" },
  footnote?.article.title ?? (status === 404 ? "No such article" : "The article could not be read"))];

export function unread({ status, message }, { footnote, excerpt }) {
  const failed = place("ibid-problem", { text: message, action: "Try again" });
  if (status !== 404) return [failed, ...(footnote ? [notice("", footnote)] : [])];
  return [notice(footnote || excerpt ? REMOVED : "The collection has no article of this name.", footnote)];
}

export const notice = (text, footnote) => make("div", { class: "notice" }, text && make("p", {}, text),
  footnote && make("p", { class: "stored" }, "The quote as it stood: ", make("q", {}, footnote.quote.exact)));
