import { say } from "../modules/language.js";
import { browser } from "../modules/storage.js";

const KEY = "ibid.evidence";
const STEP = 4;   // per cent of the window, by an arrow key
const [LEAST, MOST] = [25, 65];

/**
 * <ibid-divider>: the edge between the answer and the evidence; dragged, or moved with the arrow keys. A double click
 * gives the width back to the style sheet.
 */
export class Divider extends HTMLElement {
  #share = Number(browser.get(KEY)) || null;   // of the window that the evidence takes, in per cent, if chosen

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
    this.addEventListener("dblclick", () => this.#move(null));
    this.addEventListener("focus", () => this.#tell());
    this.#move(this.#share);
  }

  #key(event) {
    const step = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (!step) return;
    event.preventDefault();
    this.#move(this.#now + step);
  }

  get #now() {
    const width = this.nextElementSibling?.offsetWidth ?? 0;
    return this.#share ?? Math.max(LEAST, Math.round((100 * width) / innerWidth));
  }

  #tell() {
    this.ariaValueNow = this.#now;
  }

  #move(share) {
    this.#share = share && Math.round(Math.min(MOST, Math.max(LEAST, share)));
    browser.set(KEY, String(this.#share ?? ""));
    const { style } = this.parentElement;
    if (this.#share) style.setProperty("--evidence", `${this.#share}vw`);
    else style.removeProperty("--evidence");
    this.#tell();
  }
}

customElements.define("ibid-divider", Divider);
