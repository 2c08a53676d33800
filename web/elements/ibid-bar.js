import { emit, icon, make } from "../modules/dom.js";
import { number, say } from "../modules/language.js";
import { format } from "../modules/route.js";
import "./ibid-language.js";
import "./ibid-theme.js";

/**
 * <ibid-bar>: the top bar, around the name in the page. Properties `route`, `index`, `open` (whether
 * the conversations are shown). Events: `toggle-conversations`, `new-conversation`.
 */
export class Bar extends HTMLElement {
  #menu = make("button", {
    type: "button", class: "quiet",
    "aria-label": say("page.conversations"), title: say("page.conversations"), "aria-controls": "conversations",
    click: () => emit(this, "toggle-conversations"),
  }, icon("menu"));
  #articles = make("a", { class: "quiet", href: "#/articles", "aria-label": say("bar.articles") },
    icon("articles"), make("span", { class: "wide" }, say("bar.articles")));
  #stats = make("a", { class: "quiet", href: "#/stats", "aria-label": say("bar.figures"), hidden: true },
    icon("stats"), make("span", { class: "wide" }, say("bar.figures")));
  #total = make("span", { class: "total" });

  connectedCallback() {
    this.#articles.append(" ", this.#total);
    this.prepend(this.#menu);
    this.append(
      this.#stats,   // comes late, and so moves nothing
      this.#articles,
      make("a", {
        class: "quiet", href: "#/", "aria-label": say("bar.new"), click: () => emit(this, "new-conversation"),
      }, icon("new"), make("span", { class: "wide" }, say("bar.new"))),
      make("ibid-language"), make("ibid-theme"));
  }

  set route({ conversation, articles, stats }) {
    this.#articles.setAttribute("href", format({ conversation, articles: true }));
    this.#articles.setAttribute("aria-current", articles ? "page" : "false");
    this.#stats.setAttribute("href", format({ conversation, stats: true }));
    this.#stats.setAttribute("aria-current", stats ? "page" : "false");
  }

  set index({ articles, admin }) {
    this.#stats.hidden = !admin;   // whoever may change the collection
    this.#total.textContent = number(articles);
    this.#articles.setAttribute("aria-label", say("bar.articlesOf", { n: articles }));
  }

  set open(open) {
    this.#menu.setAttribute("aria-expanded", open);
  }
}

customElements.define("ibid-bar", Bar);
