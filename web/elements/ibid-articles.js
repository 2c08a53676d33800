import * as api from "../modules/api.js";
import { badges } from "../modules/article-parts.js";
import { cited, emit, icon, make, place } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { leftOut } from "../modules/left-out.js";
import { toArticle } from "../modules/route.js";
import { byline } from "../modules/words.js";
import "./ibid-facets.js";
import "./ibid-intake.js";
import "./ibid-passages.js";
import "./ibid-problem.js";
import "./ibid-progress.js";
import "./ibid-removals.js";

const SOON = 250;   // ms after the last letter
const ORDERS = { newest: "newest", oldest: "oldest", title: "title", relevance: "best" };

/**
 * <ibid-articles>: all articles, found by words in their text, narrowed by what they have in common, and ways to add
 * some. Property `open`. Event: `close-panel`.
 */
export class Articles extends HTMLElement {
  #open = false;
  #rows = [];
  #asked = 0;   // the latest request; a slower one before it is not shown
  #timer;
  #title = make("h2", { tabindex: "-1" }, say("bar.articles"));
  #intake = make("ibid-intake");
  #progress = make("ibid-progress");
  #removals = make("ibid-removals", { hidden: true });
  #filter = make("input", {
    id: "filter", type: "search", placeholder: say("articles.words"), input: () => this.#soon(),
  });
  #facets = make("ibid-facets");
  #order = make("select", { "aria-label": say("articles.order"), change: () => this.#load() },
    Object.entries(ORDERS).map(([value, name]) => make("option", { value }, say(`articles.${name}`))));
  #total = make("p", { class: "total", role: "status" });
  #list = make("ul", { role: "list" });
  #more = make("button", { type: "button", class: "button", hidden: true, click: () => this.#load(this.#rows.length) },
    say("articles.more"));
  #passages = make("ibid-passages");
  #left = make("div");

  connectedCallback() {
    this.replaceChildren(
      make("p", { class: "controls" },
        make("button", { type: "button", class: "quiet close", click: () => emit(this, "close-panel") },
          icon("back"), make("span", {}, say("articles.close")))),
      make("div", { class: "body" }, this.#title, this.#intake, this.#progress, this.#removals,
        make("label", { class: "unseen", for: "filter" }, say("articles.search")),
        make("p", { class: "find" }, this.#filter, this.#order),
        make("div", { class: "found" }, this.#facets,
          make("div", { class: "rows" }, this.#total, this.#list, this.#more, this.#passages)),
        this.#left));
    this.addEventListener("retry", () => this.#load());
    this.addEventListener("narrow", () => this.#load());
    this.addEventListener("collection-changed", ({ target }) => {
      this.#load();
      if (target === this.#intake) this.#progress.look();
      else this.#intake.settle();
    });
  }

  set open(open) {
    const opens = open && !this.#open;
    this.#open = open;
    this.hidden = !open;
    if (opens) this.#begin();
    if (opens || !open) this.#progress.watching = open;
    // The address also has the conversation, which may have changed.
    for (const { node, id } of this.#rows) node.querySelector("a").setAttribute("href", toArticle(id));
  }

  async #begin() {
    this.#title.focus();
    this.#filter.value = "";
    await this.#load();
    if (this.#open && document.activeElement === this.#title) this.#filter.focus();
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#load(), SOON);
  }

  async #load(offset = 0) {
    const asked = ++this.#asked;
    const q = this.#filter.value.trim();
    const sort = this.#order.value === "relevance" && !q ? "newest" : this.#order.value;
    const wanted = { q, sort, offset, ...this.#facets.chosen };
    const [found, index] = await Promise.all([api.someArticles(wanted), api.index()]).catch((problem) => [problem]);
    if (asked !== this.#asked) return;
    if (!index) {
      const problem = place("ibid-problem", { text: found.message, action: say("again") });
      return this.#list.replaceChildren(make("li", {}, problem));
    }
    this.#show(found, offset);
    this.#left.replaceChildren(leftOut(index.skipped));
    this.#removals.index = index;
    this.#intake.look();
    this.#passages.words = q;
  }

  #show({ articles, total, facets = {} }, offset) {
    const rows = articles.map((article) => ({ id: article.id, node: row(article) }));
    this.#rows = offset ? [...this.#rows, ...rows] : rows;
    this.#list.replaceChildren(...this.#rows.map(({ node }) => node));
    this.#more.hidden = this.#rows.length >= total;
    this.#facets.counts = facets;
    const some = this.#rows.length;
    this.#total.textContent = some < total ? say("n.shown", { some, n: total }) : say("n.articles", { n: total });
  }
}

const row = (article) => make("li", {}, make("a", { href: toArticle(article.id) },
  cited(article),
  make("span", { class: "from" }, byline(article),
    article.topics?.length ? ` · ${article.topics.join(", ")}` : "", badges(article))));

customElements.define("ibid-articles", Articles);
