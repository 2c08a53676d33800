import * as api from "../modules/api.js";
import { cited, emit, make } from "../modules/dom.js";
import { kept } from "../modules/kept.js";
import { number, say } from "../modules/language.js";
import { toArticle } from "../modules/route.js";
import { byline, date } from "../modules/words.js";

const NAMES = 8;         // people and places that are offered as questions
const DISAGREEMENTS = 3;
const CORRECTIONS = 3;

/**
 * <ibid-overview>: what the collection holds: from when to when, whose, on whom, the newest articles, corrections,
 * and figures of which only one can be right. Property `generation` (of the index; another one is looked at anew).
 * Event: `revise`.
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
    const held = await kept(this.#generation, "collection", api.collection).catch(() => null);
    this.replaceChildren(...(held?.articles ? this.#drawn(held) : []));
  }

  #drawn({ span, outlets, people, places, newest, disagreements, corrections }) {
    const named = outlets.slice(0, NAMES).map(({ value, articles: n }) => `${value ?? say("unknown")} (${number(n)})`);
    return [
      span && make("p", { class: "span" }, say("overview.span", {
        from: date(span.from), to: date(span.to), outlets: named.join(say("comma")),
      })),
      this.#names(say("overview.people"), people, (name) => `Who is ${name}?`),
      this.#names(say("overview.places"), places, (name) => `What do the articles say about ${name}?`),
      part(say("overview.newest"), make("ul", { role: "list" }, newest.map(listed))),
      corrections.length && part(say("overview.corrected"),
        make("ul", { role: "list" }, corrections.slice(0, CORRECTIONS).map(correcting))),
      disagreements.length && part(say("overview.disagree"),
        make("ul", { role: "list" }, disagreements.slice(0, DISAGREEMENTS).map(differing))),
    ].filter(Boolean);
  }

  /** The questions are English whatever the language of the page: Ibid understands those best. */
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
  cited(article), " ", make("span", { class: "from" }, byline(article))));

/** Leads to the words that say what is corrected. */
const correcting = ({ article, note, at }) => make("li", {}, make("a", { href: toArticle(article.id, at) },
  cited(article), " ", make("span", { class: "from" }, byline(article))),
  " ", make("q", { lang: article.language ?? null }, note));

/** Each value with the sentence that states it, which leads to its place; what was withdrawn is struck. */
const differing = ({ values }) => make("li", {}, make("ul", { role: "list", class: "values" },
  values.map(({ value, articles, words, at, withdrawn }) => make("li", {},
    make(withdrawn ? "s" : "strong", {}, value),
    make("span", { class: "count" }, [withdrawn && say("overview.withdrawn"), say("n.articles", { n: articles.length })]
      .filter(Boolean).join(say("comma"))),
    make("a", { href: toArticle(articles[0], at) }, make("q", {}, words))))));

customElements.define("ibid-overview", Overview);
