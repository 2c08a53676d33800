import { anchor } from "../modules/anchor.js";
import * as api from "../modules/api.js";
import { details, head, notice, unread, untitled } from "../modules/article-parts.js";
import { emit, icon, make, place } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { findTicks } from "../modules/ticks.js";
import { picturesOf } from "../modules/pictures.js";
import { format, here } from "../modules/route.js";
import "./ibid-article.js";
import "./ibid-pager.js";
import "./ibid-picture.js";
import "./ibid-problem.js";
import "./ibid-remove.js";
import "./ibid-selection.js";

/**
 * <ibid-reader>: an article, opened at the quoted words of a footnote. Property `spot`: null, or `article` (an id) with
 * `footnote`, or `excerpt` (a nearest passage), or `start` and `end`, or none of these. `footnotes` are those of the
 * answer; `resting` leaves the focus where it is, because nobody opened the article. Events: `close-panel`,
 * `open-footnote`.
 */
export class Reader extends HTMLElement {
  #spot = null;
  #head = make("div", { class: "head" });
  #body = make("div", { class: "body" });
  #ticks = make("div", { class: "ticks", "aria-hidden": "true" });
  #back = make("span");
  #pager = make("ibid-pager");

  connectedCallback() {
    const close = () => emit(this, "close-panel");
    this.replaceChildren(
      make("p", { class: "controls" },
        make("button", { type: "button", class: "quiet close", click: close }, icon("back"), this.#back),
        this.#pager,
        make("a", { class: "quiet all", href: "#/articles" }, say("article.all"))),
      this.#head, this.#body, this.#ticks, place("ibid-selection", { within: this.#body }));
    this.addEventListener("retry", () => this.#open(this.#spot));
    new ResizeObserver(() => this.#ticks.replaceChildren(...findTicks(this))).observe(this.#body);
  }

  set spot(spot) {
    this.querySelector(".all").setAttribute("href", format({ conversation: here().conversation, articles: true }));
    if (JSON.stringify(spot) === JSON.stringify(this.#spot)) return;
    this.#spot = spot;
    if (spot) this.#open(spot);
    else this.#clear();
  }

  #clear() {
    for (const part of [this.#head, this.#body, this.#ticks]) part.replaceChildren();
  }

  async #open(spot) {
    this.dataset.kind = spot.footnote ? "footnote" : spot.excerpt ? "nearest" : "article";
    this.toggleAttribute("data-resting", Boolean(spot.resting));
    this.#back.textContent = say(this.dataset.kind === "article" ? "article.close" : "article.back");
    this.#pager.place = spot;
    if (this.#head.dataset.article !== spot.article) this.#clear();
    this.#body.prepend(make("p", { class: "waiting", role: "status" }, say("article.opening")));
    const [article, text] = await Promise.all([api.article(spot.article), api.articleText(spot.article)])
      .catch((problem) => [problem]);
    const pictures = text ? await picturesOf(article) : [];
    if (this.#spot !== spot) return;
    this.#head.dataset.article = spot.article;
    this.querySelector("ibid-selection").article = text ? article : null;
    this.#head.replaceChildren(...(text ? [head(article, spot)] : untitled(article, spot)));
    this.#body.replaceChildren(...(text ? read(article, { ...text, pictures }, spot) : unread(article, spot)));
    const marked = this.querySelector("ibid-article")?.marked;
    const target = marked ?? this.querySelector("h2");
    if (!spot.resting) target.focus({ preventScroll: true });
    if (marked) marked.scrollIntoView({ block: "center", behavior: "instant" });
    else this.closest("aside")?.scrollTo({ top: 0, behavior: "instant" });
  }
}

function read(article, text, spot) {
  const { footnote, excerpt } = spot;
  const found = sought(text.text, spot);
  const highlight = found?.start === undefined ? null : found;
  const words = place("ibid-article", {
    text: shown(text, article, highlight), pictures: text.pictures, highlight,
    others: others(text.text, spot), lang: article.language ?? "",
  });
  return [
    details(article),
    !footnote && !excerpt && place("ibid-remove", { article }),   // not in the way of who reads the evidence
    found?.state === "moved" && notice(say("article.moved")),
    found?.state === "missing" && notice(say("article.lost"), footnote),
    /\.pdf$/i.test(article.file) && place("ibid-picture", { article, text, at: highlight?.start ?? null, over: words }),
    words,
  ].filter(Boolean);
}

/** The ranges of the answer's other footnotes in the same article. */
function others(text, { article, footnote, footnotes = [] }) {
  const beside = footnotes.filter((one) => one.article.id === article && one.number !== footnote?.number);
  const places = beside.map((one) => ({ ...anchor(text, one.quote), footnote: one }));
  return places.filter(({ start }) => start !== undefined);
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

customElements.define("ibid-reader", Reader);
