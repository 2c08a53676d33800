import { cited, emit, make, plain } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { toArticle } from "../modules/route.js";
import { running } from "../modules/turn.js";
import { byline } from "../modules/words.js";

/**
 * <ibid-evidence>: what was found for the latest question, before the first footnote can be shown: the passages, as
 * cards. Property `turn` (or null). Event: `open-nearest` (`passage`, `opener`).
 */
export class Evidence extends HTMLElement {
  #shown = "";

  set turn(turn) {
    const found = turn ? passages(turn) : [];
    const title = heading(turn, found);
    const key = JSON.stringify([turn?.key, found.map((one) => one.passage_id), title]);
    if (key === this.#shown) return;
    this.#shown = key;
    this.replaceChildren(
      make("h2", { class: "label" }, title),
      make("ul", { role: "list" }, found.map((passage) => make("li", {}, this.#card(passage)))));
  }

  #card(passage) {
    const { article, excerpt } = passage;
    const open = (event) => {
      if (!plain(event)) return;
      event.preventDefault();
      emit(this, "open-nearest", { passage, opener: event.currentTarget });
    };
    return make("a", { href: toArticle(article.id, passage), click: open },
      cited(article),
      make("span", { class: "from" }, byline(article)),
      make("span", { class: "excerpt", lang: article.language ?? null }, excerpt));
  }
}

/** A refusal shows the nearest passages itself. */
function passages({ found, answer }) {
  const shown = new Set((answer?.nearest ?? []).map((one) => one.passage_id));
  return (found ?? []).filter((one) => !shown.has(one.passage_id));
}

function heading(turn, found) {
  if (!turn) return say("evidence.none");
  if (running(turn)) return say(found.length ? "evidence.found" : "evidence.searching");
  return say(found.length ? "evidence.also" : "evidence.empty");
}

customElements.define("ibid-evidence", Evidence);
