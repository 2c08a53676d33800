import { make } from "../modules/dom.js";
import { top } from "../modules/figures.js";
import { number, say } from "../modules/language.js";
import { draw } from "../modules/svg.js";

const WIDTH = 640, HEIGHT = 220, LEFT = 60, BOTTOM = 34, ABOVE = 20, GAP = 0.2;

/**
 * <ibid-plot>: bars in a drawing, and the same numbers in a table below it. Property `plot`: `title`, `says` (one
 * sentence), `series` (names of a bar's parts, from below), `bars` (`label`, `short`, `values`), `text` (of a value).
 */
export class Plot extends HTMLElement {
  set plot({ title, says, series, bars, text = number }) {
    const legend = series.length > 1 && make("ul", { class: "legend", role: "list" },
      series.map((name, at) => make("li", { class: `part-${at}` }, name)));
    this.replaceChildren(make("figure", {},
      make("figcaption", {}, make("h3", {}, title), make("p", {}, says)),
      legend,
      drawing(title, bars, series, text),
      make("details", {}, make("summary", {}, say("figures.numbers")), table(title, bars, series, text))));
  }
}

function drawing(title, bars, series, text) {
  const highest = top(Math.max(...bars.map(({ values }) => sum(values)), 1));
  const height = (value) => (value / highest) * (HEIGHT - BOTTOM - ABOVE);
  const wide = (WIDTH - LEFT) / bars.length;
  const label = say("figures.bars", { title });
  const picture = draw("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label });
  for (const value of [0, highest / 2, highest]) {
    const y = HEIGHT - BOTTOM - height(value);
    picture.append(
      draw("line", { x1: LEFT, x2: WIDTH, y1: y, y2: y, class: "grid" }),
      draw("text", { x: LEFT - 6, y: y + 4, class: "axis end" }, text(value)));
  }
  const every = Math.ceil(bars.length / 6);   // so many labels fit side by side
  bars.forEach((bar, at) => {
    const x = LEFT + at * wide;
    picture.append(column(bar, series, x, wide, height, text));
    if (at % every === 0) {
      picture.append(draw("text", { x: x + wide / 2, y: HEIGHT - 9, class: "axis middle" }, bar.short));
    }
  });
  return picture;
}

function column({ label, values }, series, x, wide, height, text) {
  const said = series.map((name, at) => `${name} ${text(values[at])}`).join(", ");
  const group = draw("g", {}, draw("title", {}, `${label}: ${said}`));
  let y = HEIGHT - BOTTOM;
  values.forEach((value, at) => {
    y -= height(value);
    group.append(draw("rect", {
      x: x + (wide * GAP) / 2, y, width: wide * (1 - GAP), height: height(value), class: `part-${at}`,
    }));
  });
  return group;
}

const table = (title, bars, series, text) => make("div", { class: "scroll", tabindex: "0", role: "region",
  "aria-label": say("figures.table", { title }) }, make("table", {},
  make("thead", {}, make("tr", {}, make("td", {}), series.map((name) => make("th", { scope: "col" }, name)))),
  make("tbody", {}, bars.map(({ label, values }) => make("tr", {},
    make("th", { scope: "row" }, label), values.map((value) => make("td", {}, text(value))))))));

const sum = (values) => values.reduce((all, value) => all + value, 0);

customElements.define("ibid-plot", Plot);
