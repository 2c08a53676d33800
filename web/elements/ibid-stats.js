import * as api from "../modules/api.js";
import { emit, icon, make, place } from "../modules/dom.js";
import { share, spans, time } from "../modules/figures.js";
import { dateFormat, number, say } from "../modules/language.js";
import { longList } from "../modules/long-list.js";
import { toArticle } from "../modules/route.js";
import { date } from "../modules/words.js";
import "./ibid-index.js";
import "./ibid-plot.js";
import "./ibid-problem.js";

const SPANS = ["7", "30", "90", "365"];   // days
const USUAL = "30";

/** <ibid-stats>: figures of the answers, for editors. Property `open`. Events: `close-panel`, `announce`. */
export class Stats extends HTMLElement {
  #open = false;
  #loads = 0;
  #title = make("h2", { tabindex: "-1" }, say("bar.figures"));
  #span = make("select", { id: "figures-span", change: () => this.#load() },
    SPANS.map((days) => make("option", { value: days, selected: days === USUAL }, say(`figures.${days}`))));
  #shown = make("div", { class: "shown" });
  #index = make("ibid-index");

  connectedCallback() {
    this.replaceChildren(
      make("p", { class: "controls" },
        make("button", { type: "button", class: "quiet close", click: () => emit(this, "close-panel") },
          icon("back"), make("span", {}, say("figures.close")))),
      make("div", { class: "body" }, this.#title, this.#index,
        make("label", { class: "unseen", for: "figures-span" }, say("figures.days")), this.#span, this.#shown));
    this.addEventListener("retry", () => [this.#load(), this.#index.look()]);
  }

  set open(open) {
    const opens = open && !this.#open;
    this.#open = open;
    this.hidden = !open;
    if (!opens) return;
    this.#title.focus();
    this.#load();
    this.#index.look();
  }

  async #load() {
    const load = ++this.#loads;
    const stats = await api.stats(Number(this.#span.value)).catch((problem) => problem);
    if (load !== this.#loads) return;   // another span was chosen meanwhile
    if (stats instanceof Error) {
      this.#shown.replaceChildren(place("ibid-problem", { text: stats.message, action: say("again") }));
      return;
    }
    this.#shown.replaceChildren(...shown(stats));
    emit(this, "announce", { text: say("figures.said", { from: date(stats.from), to: date(stats.to) }) });
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
    [say("figures.answers"), number(all)],
    [say("figures.full"), share(total(bars, "answered"), all)],
    [say("figures.refused"), share(total(bars, "abstained"), all)],
    [say("figures.up"), say("figures.of", { some: up, all: up + down })],
  ];
  return make("dl", {}, rows.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value))));
}

const SHORT = dateFormat({ day: "numeric", month: "short" });
function byDay(bars, all) {
  const label = ({ from, to }) => (from === to ? date(from) : say("date.span", { from: date(from), to: date(to) }));
  const short = ({ from }) => SHORT.format(new Date(from));
  return {
    title: say("figures.answers"),
    says: say("figures.answersSay", { n: all, refusals: total(bars, "abstained") }),
    series: ["full", "part", "refused"].map((part) => say(`figures.${part}`)),
    bars: bars.map((bar) => ({
      label: label(bar), short: short(bar), values: [bar.answered, bar.partial, bar.abstained],
    })),
  };
}

const bar = (label, value) => ({ label, short: label, values: [value] });
const latency = ({ p50, p95, p99 }) => ({
  title: say("figures.time"), series: [say("figures.timeOne")],
  says: say("figures.timeSays", { half: time(p50), most: time(p95) }),
  bars: [[50, p50], [95, p95], [99, p99]].map(([n, value]) => bar(say("figures.ofHundred", { n }), value)),
  text: time,
});

const gaps = (unanswered) =>
  longList(say("figures.gaps"), unanswered, say("figures.noGaps"), (some) => some.map(gap));

const gap = ({ question, times, last, similar }) => make("li", {},
  make("span", { class: "question" }, question),
  make("span", { class: "from" }, say("figures.times", { n: times, date: date(last) })),
  similar.length > 0 && make("details", {}, make("summary", {}, say("figures.similar", { n: similar.length })),
    make("ul", {}, similar.map((other) => make("li", {}, other)))));

const uncited = (articles) => longList(say("figures.uncited"), articles, say("figures.allCited"), async (ids) => {
  const found = await api.someArticles({ articles: ids }).catch(() => ({ articles: [] }));
  const titles = new Map(found.articles.map(({ id, title }) => [id, title]));
  return ids.map((id) => make("li", {}, make("a", { href: toArticle(id) }, titles.get(id) ?? id)));
});

customElements.define("ibid-stats", Stats);
