import { emit, icon, make, place } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { running } from "../modules/turn.js";
import { described } from "../modules/scope.js";
import { likelihood, silence, spoken } from "../modules/words.js";
import "./ibid-abstained.js";
import "./ibid-actions.js";
import { tellsMissing } from "./ibid-comparison.js";
import "./ibid-disagreements.js";
import "./ibid-draft.js";
import "./ibid-footnotes.js";
import "./ibid-problem.js";
import "./ibid-prose.js";
import "./ibid-short.js";
import "./ibid-stages.js";
import "./ibid-suggestions.js";

const NOTHING = { sentences: [], footnotes: [] };

/**
 * <ibid-turn>: one question and its answer, from the first stage to the last footnote. Properties `turn`, `index`.
 * Events: `retry`, `revise` (`text`), `stop`, `announce`, and those of the elements inside.
 */
export class TurnView extends HTMLElement {
  #question = make("h2", { tabindex: "-1" });
  #asked = make("div", { class: "asked" }, this.#question, make("button", {
    type: "button", class: "quiet", "aria-label": say("turn.edit"), title: say("turn.edit"),
    click: () => this.#revise(this.#turn.question),
  }, icon("edit")));
  #understood = make("p", { class: "understood", hidden: true });
  #scope = make("p", { class: "scoped", hidden: true });
  #stages = make("ibid-stages");
  #stop = make("button", { type: "button", class: "button stop", click: () => emit(this, "stop") }, say("turn.stop"));
  #short = make("ibid-short", { hidden: "" });
  #prose = make("ibid-prose");
  #draft = make("ibid-draft", { hidden: "" });
  #after = make("div", { class: "after" });
  #turn = null;
  #index = null;

  connectedCallback() {
    this.role = "article";
    this.addEventListener("rechecked", ({ detail }) =>
      Object.assign(this.querySelector("ibid-footnotes"), { recheck: detail }));
    this.append(
      this.#asked, this.#understood, this.#scope, make("div", { class: "under-way" }, this.#stages, this.#stop),
      this.#short, this.#prose, this.#draft, this.#after);
  }

  set index(index) {
    this.#index = index;
    for (const actions of this.querySelectorAll("ibid-actions")) actions.index = index;
  }

  get turn() {
    return this.#turn;
  }

  set turn(turn) {
    const before = this.#turn;
    if (turn === before) return;
    this.#turn = turn;
    this.#question.textContent = turn.question;
    this.#understand(turn.answer ?? turn);
    const scope = described(turn.answer?.filters ?? turn.filters);
    this.#scope.hidden = !scope;
    this.#scope.textContent = say("turn.scope", { scope });
    this.#stages.parentElement?.toggleAttribute("hidden", !running(turn));
    if (running(turn)) this.#stages.turn = turn;
    this.#draft.text = running(turn) ? turn.draft : "";
    this.#short.answer = turn.answer ?? turn;
    this.#prose.answer = turn.answer?.sides?.length ? NOTHING : turn.answer ?? turn;
    this.dataset.state = turn.answer?.outcome ?? (turn.problem ? "failed" : "running");
    if (turn.answer && turn.answer !== before?.answer) this.#finish(turn.answer, before !== null);
    else if (!turn.answer) {
      const { problem: text } = turn;
      this.#after.replaceChildren(...(text ? [place("ibid-problem", { text, action: say("again") })] : []));
    }
  }

  /** What was searched, before it misleads, if it is not what was written. */
  #understand({ question, query }) {
    const differs = Boolean(query) && query !== question;
    this.#understood.hidden = !differs;
    if (!differs || this.#understood.dataset.query === query) return;
    this.#understood.dataset.query = query;
    this.#understood.replaceChildren(say("turn.readAs"), make("em", {}, query), " ",
      make("button", { type: "button", class: "link", click: () => this.#revise(query) }, say("turn.editShort")));
  }

  #revise(text) {
    emit(this, "revise", { text });
  }

  #finish(answer, live) {
    const abstained = answer.outcome === "abstained";
    if (abstained) this.#prose.answer = NOTHING;
    this.#after.replaceChildren(...[
      abstained && place("ibid-abstained", { answer }),
      answer.sides?.length && place("ibid-comparison", { answer }),
      !abstained && answer.missing && !tellsMissing(answer) && make("p", { class: "missing" }, silence(answer.missing)),
      answer.disagreements?.length && place("ibid-disagreements", { answer }),
      !abstained && make("p", { class: "likelihood" }, likelihood(answer.confidence)),
      answer.partial && make("p", { class: "missing" }, say("turn.partial")),
      place("ibid-footnotes", { answer }),
      answer.suggestions?.length && place("ibid-suggestions", { questions: answer.suggestions }),
      answer.writer?.note && make("p", { class: "note" }, answer.writer.note),
      place("ibid-actions", { answer, index: this.#index }),
    ].filter(Boolean));
    if (live) emit(this, "announce", { text: spoken(answer) });
  }
}

customElements.define("ibid-turn", TurnView);
