import * as api from "../modules/api.js";
import { emit, make } from "../modules/dom.js";
import { number, say } from "../modules/language.js";
import { left } from "../modules/words.js";

const POLL = 1000;   // ms between requests during an update

/**
 * <ibid-progress>: the progress and pace of an update of the index; empty without one. Property
 * `watching`. Method `look()`. Event: `collection-changed`, when an update has ended.
 */
export class Progress extends HTMLElement {
  #timer = 0;
  #busy = false;
  #watching = false;

  set watching(watching) {
    this.#watching = watching;
    if (watching) this.look();
    else clearTimeout(this.#timer);
  }

  async look() {
    clearTimeout(this.#timer);
    const index = await api.index().catch(() => null);
    if (!this.#watching) return;
    const { state, problem = null, files_by_state: { pending = 0 } = {} } = index ?? {};
    const busy = state === "updating" || (pending > 0 && !problem);
    this.replaceChildren(...(busy ? said(index.progress, pending) : []));
    const ended = this.#busy && !busy;
    this.#busy = busy;
    if (busy) this.#timer = setTimeout(() => this.look(), POLL);
    else if (ended) emit(this, "collection-changed");
  }
}

function said(progress, pending) {
  if (!progress?.total) {
    return [make("p", {}, say("progress.waiting", { n: pending }))];
  }
  const { done, total, files_per_second: pace, eta_seconds: eta } = progress;
  const text = [
    say("progress.reading", { n: done, total }),
    pace ? say("unit.filesPerSecond", { n: number(pace, { maximumSignificantDigits: 2 }) }) : "",
    eta == null ? "" : say("progress.left", { time: left(eta) }),
  ].filter(Boolean).join(say("comma"));
  return [make("label", { for: "reading" }, text), make("progress", { id: "reading", max: total, value: done })];
}

customElements.define("ibid-progress", Progress);
