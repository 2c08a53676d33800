import * as api from "../modules/api.js";
import { emit, make, place } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { running } from "../modules/turn.js";
import { Turns } from "../modules/turns.js";
import "./ibid-problem.js";
import "./ibid-turn.js";

/**
 * <ibid-chat>: the turns of one conversation. Properties `conversation` (an id, or null for a new one), `index`.
 * Methods `ask(question, filters)`, `begin()`, `footnoteAt(route)`. Events: `conversation-started` (`id`, `shown`),
 * `answer-finished`, `turns-changed` (`empty`, `busy`, `loading`, `title`), and those of the elements inside.
 */
export class Chat extends HTMLElement {
  #index = null;
  #turns = new Turns();
  #older = make("button", { type: "button", class: "button", click: () => this.#turns.openEarlier() });

  connectedCallback() {
    this.#turns.addEventListener("change", () => this.#draw());
    this.#turns.addEventListener("started", ({ detail: { turn, shown } }) =>
      emit(this, "conversation-started", { id: turn.conversation, shown }));
    this.#turns.addEventListener("finished", () => emit(this, "answer-finished"));
    this.addEventListener("retry", (event) => this.#retry(event.target.closest("ibid-turn")));
    this.addEventListener("stop", (event) => this.#turns.stop(event.target.closest("ibid-turn").turn));
    this.addEventListener("rate", (event) => this.#rate(event));
  }

  set index(index) {
    this.#index = index;
    for (const view of this.querySelectorAll("ibid-turn")) view.index = index;
  }

  set conversation(id) {
    if (id !== this.#turns.conversation) this.#open(id);
  }

  /** Starts a new conversation, also if the first question of this one has failed. */
  begin() {
    this.#open(null);
  }

  ask(question, filters = null) {
    this.#turns.ask(question, filters);
    this.querySelector("ibid-turn:last-of-type").scrollIntoView({ block: "start" });
  }

  /** The footnote with the quote at that place, for an address that was opened directly. */
  footnoteAt({ article, start, end }) {
    return this.#turns.list.flatMap(({ answer, footnotes }) => answer?.footnotes ?? footnotes).findLast((footnote) =>
      footnote.article.id === article && footnote.quote.start === start && footnote.quote.end === end) ?? null;
  }

  /** The last turn, or null. */
  get latest() {
    return this.#turns.list.at(-1) ?? null;
  }

  /** The footnotes of the answer that has this one. */
  footnotesWith(footnote) {
    const all = this.#turns.list.map(({ answer, footnotes }) => answer?.footnotes ?? footnotes);
    const same = (one) => one.number === footnote?.number && one.passage_id === footnote.passage_id
      && one.quote.start === footnote.quote.start;
    return all.findLast((footnotes) => footnotes.some(same)) ?? [];
  }

  async #open(id) {
    await this.#turns.open(id);
    this.querySelector("ibid-turn:last-of-type")?.scrollIntoView({ block: "start", behavior: "instant" });
  }

  #retry(view) {
    if (!view) return this.#open(this.#turns.conversation);
    this.#turns.retry(view.turn);
    view.querySelector("h2").focus();   // the focused button was removed
  }

  async #rate({ target, detail }) {
    const actions = target.closest("ibid-actions");
    await api.rate(target.closest("ibid-turn").turn.id, detail).then(
      () => emit(this, "announce", { text: say("chat.rated") }),
      (problem) => (actions.problem = say("chat.notRated", { problem: problem.message })));
  }

  #draw() {
    const { list, loading, problem, title, conversation } = this.#turns;
    const views = new Map([...this.querySelectorAll("ibid-turn")].map((view) => [view.turn.key, view]));
    const view = (turn) => views.get(turn.key) ?? place("ibid-turn", { index: this.#index });
    const kept = list.map((turn) => Object.assign(view(turn), { turn }));
    this.#older.textContent = say("chat.earlier", { n: this.#turns.earlier });
    if (this.#turns.earlier) kept.unshift(this.#older);
    for (const child of [...this.children]) if (!kept.includes(child)) child.remove();
    kept.forEach((one, at) => this.children[at] !== one && this.insertBefore(one, this.children[at] ?? null));
    if (loading) this.append(make("p", { class: "waiting", role: "status" }, say("chat.opening")));
    if (problem) {
      const gone = problem.status === 404;
      this.append(place("ibid-problem", {
        text: gone ? say("chat.unknown") : problem.message, action: gone ? null : say("again"),
      }));
    }
    emit(this, "turns-changed", {
      empty: !list.length && conversation === null,
      busy: list.some(running),
      loading,
      title: title ?? list[0]?.question ?? null,
    });
  }
}

customElements.define("ibid-chat", Chat);
