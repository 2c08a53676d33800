import * as api from "../modules/api.js";
import { emit, make } from "../modules/dom.js";
import { toArticle } from "../modules/route.js";
import { byline, count, date } from "../modules/words.js";

const NAMES = 8;         // people and places that are offered as questions
const DISAGREEMENTS = 3;

/**
 * <ibid-overview>: what the collection holds: from when to when, whose, on whom, the newest articles, and figures of
 * which only one can be right. Property `generation` (of the index; another one is looked at anew). Event: `revise`.
 */
export class Overview extends HTMLElement {
  #generation = null;

  set generation(generation) {
    if (generation === this.#generation) return;
    this.#generation = generation;
    this.#look();
  }

  /** Without it the page works as well, so that a failure is not shown. */
  async #look() {
    const held = await api.collection().catch(() => null);
    this.replaceChildren(...(held?.articles ? this.#drawn(held) : []));
  }

  #drawn({ span, outlets, people, places, newest, disagreements }) {
    const from = outlets.slice(0, NAMES).map(({ value, articles }) => `${value ?? "unknown"} (${articles})`).join(", ");
    return [
      span && make("p", { class: "span" }, `${date(span.from)} to ${date(span.to)}, from ${from}`),
      this.#names("Most spoken of", people, (name) => `Who is ${name}?`),
      this.#names("Places", places, (name) => `What do the articles say about ${name}?`),
      part("Newest", make("ul", { role: "list" }, newest.map(listed))),
      disagreements.length && part("They disagree",
        make("ul", { role: "list" }, disagreements.slice(0, DISAGREEMENTS).map(differing))),
    ].filter(Boolean);
  }

  #names(label, names, question) {
    const chip = ({ value }) => make("li", {}, make("button", {
      type: "button", class: "button", click: () => emit(this, "revise", { text: question(value) }),
    }, value));
    const chips = names.slice(0, NAMES).map(chip);
    return chips.length > 0 && part(label, make("ul", { role: "list", class: "names" }, chips));
  }
}

const part = (label, content) => make("section", {}, make("h2", { class: "label" }, label), content);

const listed = (article) => make("li", {}, make("a", { href: toArticle(article.id) },
  make("cite", {}, article.title), " ", make("span", { class: "from" }, byline(article))));

/** "700 staff (1 article) or 7,000 (2 articles)", each leading to its first article. */
const differing = ({ values }) => make("li", {}, values.flatMap(({ value, articles }, at) => [
  at ? " or " : "", make("a", { href: toArticle(articles[0]) }, value), ` (${count(articles.length, "article")})`,
]));

customElements.define("ibid-overview", Overview);
