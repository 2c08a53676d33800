/** What the reader shows around the text of an article: its head, its details, and notices where it cannot be read. */
import { originalOf } from "./api.js";
import { emit, host, icon, make, outside, place } from "./dom.js";
import { say } from "./language.js";
import { particulars } from "./particulars.js";
import { corrected } from "./superseded.js";
import { date, ground } from "./words.js";

/** What stays in sight while the text moves under it. */
export function head(article, { footnote, excerpt }) {
  const { title, publisher, author, published, date_basis: basis } = article;
  const note = footnote && [say("footnote", { number: String(footnote.number) }), ground(footnote), footnote.place];
  const when = date(published) + (basis === "notes" ? say("article.byNotes") : "");
  const kicker = note ? note.filter(Boolean).join(" · ")
    : say(excerpt ? "article.nearest" : "article");
  return make("header", {},
    make("p", { class: "label" }, kicker, ...badges(article, footnote)),
    make("h2", { tabindex: "-1", lang: article.language ?? null }, title),
    make("p", { class: "from" }, [publisher, author, when].filter(Boolean).join(" · ")));
}

function badges({ copy_of: origin }, footnote) {
  const by = footnote?.article.corrected_by;
  return [by && corrected(by), origin && say("article.copy")].filter(Boolean)
    .map((word) => make("span", { class: "badge" }, word));
}

export function details(article) {
  const only = ({ target }) => emit(target, "ask-only", { article });
  const { words, url } = article;
  const address = host(url) ? outside(url, say("article.readAt", { host: host(url) }), icon("outside")) : "";
  return make("div", { class: "details" },
    make("p", { class: "from" }, words ? say("n.words", { n: words }) : "", words && address ? " · " : "", address,
      words || address ? " · " : "",
      make("a", { href: originalOf(article.id), download: true }, say("article.original")), " · ",
      make("button", { type: "button", class: "link", click: only }, say("article.only"))),
    ...particulars(article));
}

export const untitled = ({ status }, { footnote }) => [make("h2", { tabindex: "-1" },
  footnote?.article.title ?? say(status === 404 ? "article.none" : "article.unreadable"))];

export function unread({ status, message }, { footnote, excerpt }) {
  const failed = place("ibid-problem", { text: message, action: say("again") });
  if (status !== 404) return [failed, ...(footnote ? [notice("", footnote)] : [])];
  return [notice(say(footnote || excerpt ? "article.removed" : "article.unknown"), footnote)];
}

export const notice = (text, footnote) => make("div", { class: "notice" }, text && make("p", {}, text),
  footnote && make("p", { class: "stored" }, say("article.stored"),
    make("q", { lang: footnote.article.language ?? null }, footnote.quote.exact)));
