import { anchor } from "../modules/anchor.js";
import * as api from "../modules/api.js";
import { emit, host, icon, make, outside, place } from "../modules/dom.js";
import { particulars } from "../modules/particulars.js";
import { format, here } from "../modules/route.js";
import { count, date, support } from "../modules/words.js";
import "./ibid-article.js";
import "./ibid-problem.js";
import "./ibid-remove.js";

/**
 * <ibid-reader>: an article, opened at the quoted words of a footnote. Property `spot`: null, or `article` (an id) with
 * `footnote`, or `excerpt` (a nearest passage), or `start` and `end`, or none of these. Event: `close-panel`.
 */
export class Reader extends HTMLElement {
  #spot = null;
  #body = make("div", { class: "body" });
  #back = make("span");

  connectedCallback() {
    const close = () => emit(this, "close-panel");
    this.replaceChildren(
      make("p", { class: "controls" },
        make("button", { type: "button", class: "quiet", click: close }, icon("back"), this.#back),
        make("a", { class: "quiet all", href: "#/articles" }, "All articles")),
      this.#body);
    this.addEventListener("retry", () => this.#open(this.#spot));
  }

  set spot(spot) {
    this.querySelector(".all").setAttribute("href", format({ conversation: here().conversation, articles: true }));
    if (JSON.stringify(spot) === JSON.stringify(this.#spot)) return;
    this.#spot = spot;
    if (spot) this.#open(spot);
    else this.#body.replaceChildren();
  }

  async #open(spot) {
    this.dataset.kind = spot.footnote ? "footnote" : spot.excerpt ? "nearest" : "article";
    this.#back.textContent = this.dataset.kind === "article" ? "Close the article" : "Back to the answer";
    this.#body.replaceChildren(make("p", { class: "waiting", role: "status" }, "Opening the article…"));
    const [article, text] = await Promise.all([api.article(spot.article), api.articleText(spot.article)])
      .catch((problem) => [problem]);
    if (this.#spot !== spot) return;
    this.#body.replaceChildren(...(text ? read(article, text, spot) : unread(article, spot)));
    const target = this.querySelector("ibid-article")?.marked ?? this.querySelector("h2");
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest", behavior: "instant" });
  }
}

const REMOVED = "This article was removed from the collection.";
const CHANGED = "The article has changed since this answer.";

function read(article, text, spot) {
  const { footnote, excerpt } = spot;
  const found = sought(text.text, spot);
  const highlight = found?.start === undefined ? null : found;
  return [
    head(article, footnote, excerpt),
    found?.state === "moved" && notice(`${CHANGED} The quoted words are now elsewhere in it; they are marked below.`),
    found?.state === "missing" && notice(`${CHANGED} The quoted words are no longer in it.`, footnote),
    place("ibid-article", { text: shown(text, article, highlight), highlight }),
  ].filter(Boolean);
}

/** The place of the requested words, or null if none were requested. */
function sought(text, { footnote, excerpt, start, end }) {
  if (footnote) return anchor(text, footnote.quote);
  if (excerpt) return anchor(text, { exact: excerpt, start, end });
  return start === null ? null : { state: "exact", start, end };
}

/** The title is already in the header, so it is removed from the beginning of the text. */
function shown(text, { title }, highlight) {
  const [first, ...rest] = text.blocks;
  const repeats = first?.kind === "heading" && Array.from(text.text).slice(first.start, first.end).join("") === title;
  return repeats && !(highlight && highlight.start < first.end) ? { ...text, blocks: rest } : text;
}

function unread({ status, message }, { footnote, excerpt }) {
  const title = (text) => make("h2", { tabindex: "-1" }, footnote?.article.title ?? text);
  const failed = place("ibid-problem", { text: message, action: "Try again" });
  const stored = footnote ? [notice("", footnote)] : [];
  if (status !== 404) return [title("The article could not be read"), failed, ...stored];
  const known = footnote || excerpt;
  return [title("No such article"), notice(known ? REMOVED : "The collection has no article of this name.", footnote)];
}

const notice = (text, footnote) => make("div", { class: "notice" }, text && make("p", {}, text),
  footnote && make("p", { class: "stored" }, "The quote as it stood: ", make("q", {}, footnote.quote.exact)));

const BASIS = { notes: " (dated by its notes)", none: "" };

function head(article, footnote, excerpt) {
  const { title, publisher, author, published, date_basis: basis, words, url } = article;
  const kicker = footnote ? `Footnote ${footnote.number} · ${support(footnote.support.label)}`
    : excerpt ? "Nearest passage, not evidence" : "Article";
  return make("header", {},
    make("p", { class: "label" }, kicker),
    make("h2", { tabindex: "-1" }, title),
    make("p", { class: "from" },
      [publisher, author, date(published) + (BASIS[basis] ?? "")].filter(Boolean).join(" · ")),
    make("p", { class: "from" }, words ? count(words, "word") : "", words && host(url) ? " · " : "",
      host(url) ? outside(url, `Read it at ${host(url)}`, icon("outside")) : ""),
    ...particulars(article),
    place("ibid-remove", { article }));
}

customElements.define("ibid-reader", Reader);
