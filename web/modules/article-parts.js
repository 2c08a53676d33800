/** What the reader shows around the text of an article: its head, its details, and notices where it cannot be read. */
import { originalOf } from "./api.js";
import { emit, host, icon, make, outside, place } from "./dom.js";
import { say } from "./language.js";
import { particulars } from "./particulars.js";
import { corrected, why } from "./superseded.js";
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

const OPINION = new RegExp("^(opinions?|op-ed|essays?|comment(ary)?|editorials?|columns?|leader|meinung|kommentare?|"
  + "leitartikel|tribunes?|éditorial|opinión|editorial|görüş|yorum|мнени[ея]|колонка|评论|社论|观点)$", "iu");

/** What is to be known of an article before it is believed, of a footnote's also whether its words still hold. */
export function badges({ corrected_by: by, copy_of: origin, section, topics = [] }, footnote = null) {
  const opinion = [section ?? "", ...topics].some((name) => OPINION.test(name));
  const words = [by && corrected(by), footnote?.superseded_by && why(footnote), origin && say("article.copy"),
    opinion && say("article.opinion")];
  return words.filter(Boolean).map((word) => make("span", { class: "badge" }, word));
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
