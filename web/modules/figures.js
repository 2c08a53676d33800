import { number, say } from "./language.js";

/** Answers by day as the bars of a plot. */

const MAX_BARS = 40;   // more are too thin to point at on a phone
const DAY = 86_400_000;

const iso = (time) => new Date(time).toISOString().slice(0, 10);

/** Every span of days from first to last, those without answers too: `{from, to, answered, partial, abstained}`. */
export function spans({ from, to, days }) {
  const first = Date.parse(from), last = Date.parse(to);
  const length = Math.ceil(((last - first) / DAY + 1) / MAX_BARS);
  const bars = [];
  for (let start = first; start <= last; start += length * DAY) {
    const end = Math.min(last, start + (length - 1) * DAY);
    bars.push({ from: iso(start), to: iso(end), answered: 0, partial: 0, abstained: 0 });
  }
  for (const day of days) {
    const bar = bars[Math.floor((Date.parse(day.day) - first) / DAY / length)];
    for (const outcome of ["answered", "partial", "abstained"]) bar[outcome] += day[outcome];
  }
  return bars;
}

/** A round number not below the highest value, of which half is whole: the top of an axis. */
export function top(highest) {
  let step = 1;
  for (;;) {
    for (const factor of [2, 4, 6, 8, 10]) if (step * factor >= highest) return step * factor;
    step *= 10;
  }
}

/** "1.4 s" or "320 ms". */
export const time = (ms) => (ms < 1000
  ? say("unit.milliseconds", { n: ms }) : say("unit.seconds", { n: tenths(ms / 1000) }));
const tenths = (value) => number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** "83 %" of all, or "–" of none. */
export const share = (some, all) => (all ? say("unit.percent", { n: Math.round((100 * some) / all) }) : "–");
