import * as api from "../modules/api.js";
import { emit, make, place } from "../modules/dom.js";
import { kept } from "../modules/kept.js";
import { say } from "../modules/language.js";
import { date } from "../modules/words.js";
import "./ibid-problem.js";

const POLL = 1500;   // ms between requests while the index is being updated
const SUGGESTED = 4;
const TRIES = 10;   // of which the server answers each within some four seconds

/**
 * <ibid-start>: the page before the first question: an introduction, then the state of the index.
 * Method `look()`. Event: `index` (`index`, `questions`: suggested ones).
 */
export class Start extends HTMLElement {
  #state = make("div", { class: "state" });

  connectedCallback() {
    this.append(this.#state);
    this.addEventListener("retry", () => this.look());
    this.look();
  }

  async look() {
    const index = await api.index().catch((problem) => this.#fail(problem));
    if (!index) return;
    if (index.state === "updating") setTimeout(() => this.look(), POLL);
    this.#state.replaceChildren(...said(index));
    await this.#suggest(index, TRIES);
  }

  /** Asks again while a busy server has found too few. */
  async #suggest(index, tries) {
    const { questions, more } = await suggested(index);
    emit(this, "index", { index, questions: questions.slice(0, SUGGESTED) });
    if (more && tries > 1) setTimeout(() => this.isConnected && this.#suggest(index, tries - 1), POLL);
  }

  #fail({ message: text }) {
    this.#state.replaceChildren(place("ibid-problem", { text, action: say("again") }));
  }
}

/** A failure is ignored, because the page works without suggestions. */
async function suggested({ articles, state, generation }) {
  const none = { questions: [], more: false };
  if (!articles || state !== "ready") return none;
  return kept(generation, "suggestions", api.suggestions, ({ more }) => !more).catch(() => none);
}

function said({ articles, updated, state, progress, problem, admin, takes_files: takes }) {
  if (state === "updating") return updating(articles, progress);
  if (problem) return [place("ibid-problem", { text: problem, action: say("start.look") })];
  if (articles > 0) return [make("p", {}, say("start.held", { n: articles, date: date(updated) }))];
  return [
    make("p", {}, make("strong", {}, say("start.none"))),
    admin && takes && make("p", { class: "empty" },
      make("a", { class: "button", href: "#/articles" }, say("intake.add")), make("span", {}, say("intake.drop"))),
    make("p", {}, say("start.how"), make("code", {}, "./ibid serve --corpus DIR")),
  ].filter(Boolean);
}

function updating(articles, progress) {
  const { done = null, total = null } = progress ?? {};
  const so = total ? say("start.updatingOf", { done, n: total }) : say("start.updating");
  const asked = articles ? say("start.already", { n: articles }) : say("start.notYet");
  return [
    make("label", { for: "index-progress" }, so),
    make("progress", { id: "index-progress", max: total, value: done }),
    make("p", {}, asked),
  ];
}

customElements.define("ibid-start", Start);
