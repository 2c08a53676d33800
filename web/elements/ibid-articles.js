import * as api from "../modules/api.js";
import { emit, icon, make, place } from "../modules/dom.js";
import { toArticle } from "../modules/route.js";
import { byline, count } from "../modules/words.js";
import "./ibid-problem.js";

/** <ibid-articles>: every article there is, with a box to filter them. Property `open`. Event: `close-panel`. */
export class Articles extends HTMLElement {
  #open = false;
  #body = make("div", { class: "body" });

  connectedCallback() {
    this.replaceChildren(
      make("p", { class: "controls" },
        make("button", { type: "button", class: "quiet close", click: () => emit(this, "close-panel") },
          icon("back"), make("span", {}, "Close the list"))),
      this.#body);
    this.addEventListener("retry", () => this.#load());
  }

  set open(open) {
    if (open && !this.#open) this.#load();
    this.#open = open;
    this.hidden = !open;
  }

  async #load() {
    this.#body.replaceChildren(make("h2", { tabindex: "-1" }, "Articles"));
    this.querySelector("h2").focus();
    const [articles, index] = await Promise.all([api.articles(), api.index()]).catch((problem) => [problem]);
    this.#body.append(...(index ? this.#filled(articles, index.skipped) : [
      place("ibid-problem", { text: articles.message, action: "Try again" }),
    ]));
    if (this.#open) this.querySelector("input")?.focus();
  }

  #filled(articles, skipped) {
    const sorted = articles.toSorted((a, b) => (b.published ?? "").localeCompare(a.published ?? ""));
    const rows = sorted.map((article) => ({ node: row(article), words: words(article) }));
    const total = make("p", { class: "total", role: "status" }, count(rows.length, "article"));
    const filter = ({ target: { value } }) => {
      const wanted = value.toLowerCase().split(/\s+/);
      for (const { node, words: all } of rows) node.hidden = !wanted.every((word) => all.includes(word));
      const left = rows.filter(({ node }) => !node.hidden).length;
      total.textContent = left === rows.length ? count(left, "article") : `${left} of ${count(rows.length, "article")}`;
    };
    return [
      make("label", { class: "unseen", for: "filter" }, "Filter the articles"),
      make("input", {
        id: "filter", type: "search", placeholder: "Filter by title, publisher or topic", input: filter,
      }),
      total,
      make("ul", { role: "list" }, rows.map(({ node }) => node)),
      skipped?.length ? left(skipped) : "",
    ];
  }
}

const words = ({ title, publisher, author, topics, published }) =>
  [title, publisher, author, published, ...(topics ?? [])].join(" ").toLowerCase();

const row = (article) => make("li", {}, make("a", { href: toArticle(article.id) },
  make("cite", {}, article.title), make("span", { class: "from" }, byline(article))));

const left = (skipped) => make("details", {}, make("summary", {}, `${count(skipped.length, "file")} could not be read`),
  make("ul", {}, skipped.map(({ file, reason }) => make("li", {}, `${file}: ${reason}`))));

customElements.define("ibid-articles", Articles);
