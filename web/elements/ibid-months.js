import { emit, make } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { date } from "../modules/words.js";

const MANY = 48;   // months: more have no room, and years are shown

/**
 * <ibid-months>: from when to when, with a small plot of the articles of each month, or of each year of a long time. A
 * bar chooses its time, and from bar to bar a drag or Shift chooses all between. Properties `months` (`value`,
 * `articles`), `from`, `to` (days, or null). Event: `days` (`published_from`, `published_to`).
 */
export class Months extends HTMLElement {
  #bars = [];
  #first = null;   // where a drag began

  connectedCallback() {
    const times = plotted(this.months);
    const most = Math.max(1, ...times.map(({ articles }) => articles));
    this.#bars = times.map((time, at) => this.#bar(time, at, most));
    this.replaceChildren(make("fieldset", {},
      make("legend", {}, say("months.published")),
      make("div", { class: "plot" }, this.#bars),
      this.#day(say("months.from"), "published_from", this.from),
      this.#day(say("months.to"), "published_to", this.to)));
  }

  #bar({ value, articles }, at, most) {
    const [first, last] = days(value);
    const chosen = this.from !== null && this.to !== null && this.from <= first && this.to >= last;
    const bar = make("button", {
      type: "button", name: `time ${value}`, "data-time": value, "aria-pressed": String(chosen),
      "aria-label": say("months.bar", { time: named(value), n: articles }), title: `${named(value)}: ${articles}`,
      pointerdown: (event) => event.shiftKey || (this.#first = at),
      pointerup: () => this.#choose(at),
      keydown: (event) => event.key === "Enter" && this.#press(at, event),
    }, make("i"), make("span", { "aria-hidden": "true" }, value.endsWith("-01") || at === 0 ? value.slice(0, 4) : ""));
    bar.style.setProperty("--part", articles / most);
    return bar;
  }

  /** Enter chooses one; with Shift all from the last one chosen. */
  #press(at, event) {
    event.preventDefault();
    const before = this.#bars.findIndex((bar) => bar.getAttribute("aria-pressed") === "true");
    this.#first = event.shiftKey && before >= 0 ? before : at;
    this.#choose(at);
  }

  #choose(at) {
    const [from, to] = [this.#first ?? at, at].sort((a, b) => a - b);
    this.#first = null;
    const published_from = days(this.#bars[from].dataset.time)[0];
    const published_to = days(this.#bars[to].dataset.time)[1];
    const again = published_from === this.from && published_to === this.to;
    emit(this, "days", again ? { published_from: null, published_to: null } : { published_from, published_to });
  }

  #day(label, name, value) {
    const change = ({ target }) => emit(this, "days", { [name]: target.value || null });
    return make("label", {}, `${label} `, make("input", { type: "date", name, value: value ?? "", change }));
  }
}

/** Every month between the first and the last, also those without an article; or every year. */
function plotted(counts) {
  const dated = counts.filter(({ value }) => /^\d{4}-\d{2}$/.test(value ?? ""));
  if (!dated.length) return [];
  const number = (value) => 12 * Number(value.slice(0, 4)) + Number(value.slice(5)) - 1;
  const [first, last] = [number(dated[0].value), number(dated.at(-1).value)];
  const byYear = last - first >= MANY;
  const sums = new Map();
  for (let at = first; at <= last; at++) sums.set(time(at, byYear), 0);
  for (const { value, articles } of dated) {
    const key = time(number(value), byYear);
    sums.set(key, sums.get(key) + articles);
  }
  return [...sums].map(([value, articles]) => ({ value, articles }));
}

const time = (at, byYear) => {
  const year = String(Math.floor(at / 12)).padStart(4, "0");
  return byYear ? year : `${year}-${String((at % 12) + 1).padStart(2, "0")}`;
};

/** The first and the last day of a year or a month. */
function days(value) {
  if (value.length === 4) return [`${value}-01-01`, `${value}-12-31`];
  const last = new Date(Date.UTC(Number(value.slice(0, 4)), Number(value.slice(5)), 0)).getUTCDate();
  return [`${value}-01`, `${value}-${last}`];
}

const named = date;

customElements.define("ibid-months", Months);
