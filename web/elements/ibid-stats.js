import * as api from "../modules/api.js";
import { emit, icon, make, place } from "../modules/dom.js";
import { share, spans, time } from "../modules/figures.js";
import { toArticle } from "../modules/route.js";
import { count, date } from "../modules/words.js";
import "./ibid-plot.js";
import "./ibid-problem.js";

const SPANS = { 7: "The last 7 days", 30: "The last 30 days", 90: "The last 90 days", 365: "The last year" };
const USUAL = "30", SHOWN = 25;   // days; rows of a list before the rest is asked for

/** <ibid-stats>: figures of the answers, for editors. Property `open`. Events: `close-panel`, `announce`. */
export class Stats extends HTMLElement {
  #open = false;
  #loads = 0;
  #title = make("h2", { tabindex: "-1" }, "Figures");
  #span = make("select", { id: "figures-span", change: () => this.#load() },
    Object.entries(SPANS).map(([days, name]) => make("option", { value: days, selected: days === USUAL }, name)));
  #shown = make("div", { class: "shown" });

  connectedCallback() {
    this.replaceChildren(
      make("p", { class: "controls" },
        make("button", { type: "button", class: "quiet close", click: () => emit(this, "close-panel") },
          icon("back"), make("span", {}, "Close the figures"))),
      make("div", { class: "body" }, this.#title,
        make("label", { class: "unseen", for: "figures-span" }, "Days"), this.#span, this.#shown));
    this.addEventListener("retry", () => this.#load());
  }

  set open(open) {
    const opens = open && !this.#open;
    this.#open = open;
    this.hidden = !open;
    if (!opens) return;
    this.#title.focus();
    this.#load();
  }

  async #load() {
    const load = ++this.#loads;
    const stats = await api.stats(Number(this.#span.value)).catch((problem) => problem);
    if (load !== this.#loads) return;   // another span was chosen meanwhile
    if (stats instanceof Error) {
      this.#shown.replaceChildren(place("ibid-problem", { text: stats.message, action: "Try again" }));
      return;
    }
    this.#shown.replaceChildren(...shown(stats));
    emit(this, "announce", { text: `Figures from ${date(stats.from)} to ${date(stats.to)}` });
  }
}

function shown(stats) {
  const bars = spans(stats);
  const all = total(bars, "answered") + total(bars, "partial") + total(bars, "abstained");
  return [
    summary(stats, bars, all),
    all > 0 && place("ibid-plot", { plot: byDay(bars, all) }),
    stats.latency_ms.p50 != null && place("ibid-plot", { plot: latency(stats.latency_ms) }),
    gaps(stats.unanswered),
    uncited(stats.never_cited),
  ].filter(Boolean);
}

const total = (bars, outcome) => bars.reduce((sum, bar) => sum + bar[outcome], 0);
function summary({ feedback: { up, down } }, bars, all) {
  const rows = [
    ["Answers", all.toLocaleString("en-GB")],
    ["In full", share(total(bars, "answered"), all)],
    ["Refused", share(total(bars, "abstained"), all)],
    ["Thumbs up", `${up} of ${up + down}`],
  ];
  return make("dl", {}, rows.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value))));
}

function byDay(bars, all) {
  const label = ({ from, to }) => (from === to ? date(from) : `${date(from)} to ${date(to)}`);
  const short = ({ from }) => date(from).replace(/^(\d+ \p{L}{3}).*$/u, "$1");
  return {
    title: "Answers",
    says: `${count(all, "answer")}; ${total(bars, "abstained").toLocaleString("en-GB")} of them refusals.`,
    series: ["In full", "In part", "Refused"],
    bars: bars.map((bar) => ({
      label: label(bar), short: short(bar), values: [bar.answered, bar.partial, bar.abstained],
    })),
  };
}

const latency = ({ p50, p95, p99 }) => ({
  title: "Time to the whole answer", series: ["Time"],
  says: `Half of the answers took ${time(p50)} or less, 95 of 100 ${time(p95)} or less.`,
  bars: [["50 of 100", p50], ["95 of 100", p95], ["99 of 100", p99]]
    .map(([label, value]) => ({ label, short: label, values: [value] })),
  text: time,
});

const gaps = (unanswered) => list("Not answered since", unanswered, "Every question was answered.",
  ({ question, times, last, similar }) => make("li", {},
    make("span", { class: "question" }, question),
    make("span", { class: "from" }, `${count(times, "time")}, last on ${date(last)}`),
    similar.length > 0 && make("details", {}, make("summary", {}, `${count(similar.length, "similar question")}`),
      make("ul", {}, similar.map((other) => make("li", {}, other))))));

const uncited = (articles) => list("Cited by no answer", articles, "Every article was cited.",
  (article) => make("li", {}, make("a", { href: toArticle(article) }, article)));

function list(title, items, none, row) {
  const rest = items.slice(SHOWN);
  const more = rest.length > 0 && make("button", { type: "button", class: "button", click: ({ target }) => {
    target.previousElementSibling.append(...rest.map(row));
    target.remove();
  } }, `Show ${rest.length.toLocaleString("en-GB")} more`);
  const heading = items.length ? `${title} (${items.length.toLocaleString("en-GB")})` : title;
  return make("section", {}, make("h3", {}, heading),
    items.length ? make("ol", { role: "list" }, items.slice(0, SHOWN).map(row)) : make("p", {}, none), more);
}

customElements.define("ibid-stats", Stats);
