import { say } from "../modules/language.js";
import { browser } from "../modules/storage.js";

const KEY = "ibid.evidence";
const STEP = 4;   // per cent of the window, by an arrow key
const [LEAST, USUAL, MOST] = [25, 42, 65];

/** <ibid-divider>: the edge between the answer and the evidence; dragged, or moved with the arrow keys. */
export class Divider extends HTMLElement {
  #share = Number(browser.get(KEY)) || USUAL;   // of the window that the evidence takes, in per cent

  connectedCallback() {
    this.role = "separator";
    this.tabIndex = 0;
    this.ariaOrientation = "vertical";
    this.ariaLabel = say("evidence.width");
    [this.ariaValueMin, this.ariaValueMax] = [LEAST, MOST];
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("pointerdown", (event) => this.setPointerCapture(event.pointerId));
    this.addEventListener("pointermove", ({ clientX, pointerId }) =>
      this.hasPointerCapture(pointerId) && this.#move(100 * (1 - clientX / innerWidth)));
    this.addEventListener("dblclick", () => this.#move(USUAL));
    this.#move(this.#share);
  }

  #key(event) {
    const step = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (!step) return;
    event.preventDefault();
    this.#move(this.#share + step);
  }

  #move(share) {
    this.#share = Math.round(Math.min(MOST, Math.max(LEAST, share)));
    this.ariaValueNow = this.#share;
    browser.set(KEY, String(this.#share));
    this.parentElement.style.setProperty("--evidence", `${this.#share}vw`);
  }
}

customElements.define("ibid-divider", Divider);
