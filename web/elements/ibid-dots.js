import { say } from "../modules/language.js";
import { draw } from "../modules/svg.js";
import { date } from "../modules/words.js";

const WIDTH = 360, HEIGHT = 120, SIDE = 12, ABOVE = 20, BELOW = 26, RADIUS = 5;

/**
 * <ibid-dots>: differing figures by the day of their newest article, as dots; withdrawn ones are hollow. Property
 * `values` (of a disagreement); hidden where they are not of several days.
 */
export class Dots extends HTMLElement {
  set values(values) {
    const known = values.filter(({ amount, newest }) => amount != null && newest)
      .toSorted((one, other) => one.newest.localeCompare(other.newest));
    const days = new Set(known.map(({ newest }) => newest));
    const amounts = new Set(known.map(({ amount }) => amount));
    this.hidden = days.size < 2 || amounts.size < 2;
    this.replaceChildren(...(this.hidden ? [] : [drawing(known)]));
  }
}

function drawing(values) {
  const [first, last] = [values[0].newest, values.at(-1).newest].map((day) => Date.parse(day));
  const most = Math.max(...values.map(({ amount }) => amount));
  const x = ({ newest }) => SIDE + ((Date.parse(newest) - first) / (last - first)) * (WIDTH - 2 * SIDE);
  const y = ({ amount }) => HEIGHT - BELOW - (Math.max(0, amount) / most) * (HEIGHT - ABOVE - BELOW);
  const points = values.map(({ value, newest, withdrawn }) =>
    say(withdrawn ? "dots.withdrawn" : "dots.point", { value, date: date(newest) })).join("; ");
  return draw("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": say("dots", { points }) },
    draw("line", { x1: 0, x2: WIDTH, y1: HEIGHT - BELOW, y2: HEIGHT - BELOW, class: "axis" }),
    draw("text", { x: 0, y: HEIGHT - 8, class: "day" }, date(values[0].newest)),
    draw("text", { x: WIDTH, y: HEIGHT - 8, class: "day end" }, date(values.at(-1).newest)),
    ...values.flatMap((value) => dot(value, x(value), y(value))));
}

/** The words are on the side where there is room. */
function dot({ value, withdrawn }, x, y) {
  const right = x < WIDTH / 2;
  return [
    draw("circle", { cx: x, cy: y, r: RADIUS, class: withdrawn ? "withdrawn" : "holds" }),
    draw("text", { x: right ? x + RADIUS + 5 : x - RADIUS - 5, y: y + 5, class: right ? "value" : "value end" }, value),
  ];
}

customElements.define("ibid-dots", Dots);
