import * as api from "../modules/api.js";
import { emit, icon, make, place } from "../modules/dom.js";
import { toArticle } from "../modules/route.js";
import { byline, count } from "../modules/words.js";
import "./ibid-intake.js";
import "./ibid-problem.js";
import "./ibid-progress.js";
import "./ibid-removals.js";

/**
 * <ibid-articles>: the list of all articles, with a filter and controls to add some. Property `open`. Event:
 * `close-panel`.
 */
export class Articles extends HTMLElement {
  #open = false;
  #rows = [];
  #title = make("h2", { tabindex: "-1" }, "Articles");
  #intake = place("ibid-intake", { over: this });
  #progress = make("ibid-progress");
  #removals = make("ibid-removals", { hidden: true });
  #filter = make("input", {
    id: "filter", type: "search", placeholder: "Filter by title, publisher or topic", input: () => this.#choose(),
  });
  #total = make("p", { class: "total", role: "status" });
  #list = make("div");

  connectedCallback() {
    this.replaceChildren(
      make("p", { class: "controls" },
        make("button", { type: "button", class: "quiet close", click: () => emit(this, "close-panel") },
          icon("back"), make("span", {}, "Close the list"))),
      make("div", { class: "body" }, this.#title, this.#intake, this.#progress, this.#removals,
        make("label", { class: "unseen", for: "filter" }, "Filter the articles"),
        this.#filter, this.#total, this.#list));
    this.addEventListener("retry", () => this.#load());
    this.addEventListener("collection-changed", ({ target }) => {
      this.#load();
      if (target === this.#intake) this.#progress.look();
    });
  }

  set open(open) {
    const opens = open && !this.#open;
    this.#open = open;
    this.hidden = !open;
    if (opens) this.#begin();
    if (opens || !open) this.#progress.watching = open;
    // The address also has the conversation, which may have changed.
    for (const { node, id } of this.#rows) node.firstChild.setAttribute("href", toArticle(id));
  }

  async #begin() {
    this.#title.focus();
    this.#filter.value = "";
    await this.#load();
    if (this.#open && document.activeElement === this.#title) this.#filter.focus();
  }

  async #load() {
    const [articles, index] = await Promise.all([api.articles(), api.index()]).catch((problem) => [problem]);
    if (!index) {
      const problem = place("ibid-problem", { text: articles.message, action: "Try again" });
      return this.#list.replaceChildren(problem);
    }
    const sorted = articles.toSorted((a, b) => (b.published ?? "").localeCompare(a.published ?? ""));
    this.#rows = sorted.map((article) => ({ id: article.id, node: row(article), words: words(article) }));
    this.#list.replaceChildren(
      make("ul", { role: "list" }, this.#rows.map(({ node }) => node)),
      index.skipped?.length ? left(index.skipped) : "");
    this.#choose();
    this.#removals.index = index;
    this.#intake.look();
  }

  #choose() {
    const wanted = this.#filter.value.toLowerCase().split(/\s+/);
    for (const { node, words: all } of this.#rows) node.hidden = !wanted.every((word) => all.includes(word));
    const chosen = this.#rows.filter(({ node }) => !node.hidden).length;
    const all = count(this.#rows.length, "article");
    this.#total.textContent = chosen === this.#rows.length ? all : `${chosen} of ${all}`;
  }
}

const words = ({ title, publisher, author, topics, published }) =>
  [title, publisher, author, published, ...(topics ?? [])].join(" ").toLowerCase();

const row = (article) => make("li", {}, make("a", { href: toArticle(article.id) },
  make("cite", {}, article.title), make("span", { class: "from" }, byline(article))));

const left = (skipped) => make("details", {}, make("summary", {}, `${count(skipped.length, "file")} could not be read`),
  make("ul", {}, skipped.map(({ file, reason }) => make("li", {}, `${file}: ${reason}`))));

customElements.define("ibid-articles", Articles);
