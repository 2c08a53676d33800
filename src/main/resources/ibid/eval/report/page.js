// Renders the blocks of HtmlPage. Text enters by textContent alone.
const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== "" && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false && child !== "") element.append(child);
  }
  return element;
}

const el = (name, attributes = {}, ...children) => fill(document.createElement(name), attributes, children);
const svg = (name, attributes = {}, ...children) => fill(document.createElementNS(SVG, name), attributes, children);
const link = (text, target) => (target ? el("a", { href: "#" + target }, text) : text);

function table(content) {
  const head = content.head.map((cell) => el("th", { class: cell.style }, cell.text));
  const rows = content.rows.map((row) =>
    el("tr", {}, row.map((cell) =>
      el("td", { class: cell.style }, link(cell.text, cell.link), cell.note && el("span", { class: "bad" }, " " + cell.note)))));
  return el("div", { class: "wide" }, el("table", {}, el("tr", {}, head), rows));
}

function tile(one) {
  return el("div", { class: "tile", title: one.meaning }, one.name, el("b", {}, one.value),
    el("small", {}, one.range), one.note && el("small", { class: "bad" }, one.note));
}

function definitions(content) {
  return el("dl", { class: "made" }, content.map((one) => [el("dt", {}, one.name), el("dd", {}, one.value)]));
}

// Plots

const WIDE = 400, HIGH = 260, LEFT = 52, BELOW = 40, ABOVE = 12, RIGHT = 14, ROW = 24, NAMES = 110;
const tickText = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(2));

function figure(caption, high, parts) {
  return el("figure", {}, svg("svg", { viewBox: `0 0 ${WIDE} ${high}`, role: "img", "aria-label": caption }, parts),
    el("figcaption", {}, caption));
}

function axes(plot, x, y) {
  const parts = [];
  for (let tick = 0; tick <= 4; tick++) {
    const right = (plot.max_across * tick) / 4, up = tick / 4;
    parts.push(svg("path", { class: "grid", d: `M${x(0)} ${y(up)}H${x(plot.max_across)}` }),
      svg("text", { x: LEFT - 5, y: y(up) + 4, "text-anchor": "end" }, tickText(up)),
      svg("text", { x: x(right), y: HIGH - BELOW + 15, "text-anchor": "middle" }, tickText(right)));
  }
  parts.push(svg("path", { class: "axis", d: `M${x(0)} ${y(1)}V${y(0)}H${x(plot.max_across)}` }),
    svg("text", { x: x(plot.max_across / 2), y: HIGH - 6, "text-anchor": "middle" }, plot.across),
    svg("text", { transform: `translate(10 ${y(0.5)}) rotate(-90)`, "text-anchor": "middle" }, plot.up));
  return parts;
}

function curves(plot) {
  const x = (across) => LEFT + (across / plot.max_across) * (WIDE - LEFT - RIGHT);
  const y = (up) => HIGH - BELOW - up * (HIGH - BELOW - ABOVE);
  const lines = plot.lines.map((line) =>
    svg("polyline", { class: line.style, points: line.points.map((point) => `${x(point.x)},${y(point.y)}`).join(" ") }));
  const dots = plot.dots.map((dot) =>
    svg("circle", { class: "dot", cx: x(dot.x), cy: y(dot.y), r: dot.radius }, svg("title", {}, dot.title)));
  return figure(plot.caption, HIGH, [...axes(plot, x, y), ...lines, ...dots]);
}

function bars(plot) {
  const wide = WIDE - NAMES - RIGHT - 30;
  const parts = plot.bars.flatMap((bar, at) => {
    const top = at * ROW + 6, middle = top + ROW / 2 - 3;
    return [
      svg("text", { class: "name", x: NAMES - 6, y: middle + 4, "text-anchor": "end" }, bar.name),
      svg("rect", { class: "bar", x: NAMES, y: top, width: wide * bar.value, height: ROW - 6 }),
      svg("path", { class: "whisker", d: `M${NAMES + wide * bar.low} ${middle}H${NAMES + wide * bar.high}` }),
      svg("text", { x: WIDE - 2, y: middle + 4, "text-anchor": "end" }, bar.value.toFixed(2)),
    ];
  });
  return figure(plot.caption, plot.bars.length * ROW + 10, parts);
}

function confusion(plot) {
  const head = el("tr", {}, el("th", {}, plot.corner), plot.columns.map((word) => el("td", {}, word)));
  const rows = plot.rows.map((row) => {
    const sum = row.counts.reduce((all, count) => all + count, 0);
    const shade = (count) => `background: rgba(var(--tint), ${sum === 0 ? 0 : (0.6 * count) / sum})`;
    return el("tr", {}, el("th", {}, row.name), row.counts.map((count) => el("td", { style: shade(count) }, String(count))));
  });
  return el("figure", {}, el("div", { class: "wide" }, el("table", { class: "confusion" }, head, rows)),
    el("figcaption", {}, plot.caption));
}

const plots = (content) => el("div", { class: "plots" },
  content.map((plot) => (plot.bars ? bars(plot) : plot.rows ? confusion(plot) : curves(plot))));

// Topics

const topic = (one) => [el("b", {}, one.id), " ", el("span", { class: "soft" }, one.kind), " ", one.question];
const lines = (text) => text.split("\n").flatMap((line, at) => (at === 0 ? [line] : [el("br"), line]));

function answer(one) {
  return [
    el("p", {}, one.searched && [el("span", { class: "soft" }, "searched: " + one.searched), el("br")], one.outcome),
    el("p", {}, lines(one.text)),
    one.missing && el("p", { class: "soft" }, one.missing),
    one.footnotes.map((note) => el("blockquote", {}, `[${note.number}] “${note.quote}” `, el("i", {}, note.imprint))),
    one.verdicts.map((verdict) => el("p", { class: "soft" }, verdict.before,
      el("span", { class: verdict.full ? "fine" : "bad" }, verdict.word), verdict.after)),
    one.alone && el("p", { class: "soft" }, one.alone),
    el("p", { class: "soft" }, "found: " + one.found),
  ];
}

function expected(one) {
  const nuggets = one.nuggets.map((nugget) => el("li", {},
    el("span", { class: nugget.held ? "fine" : "bad" }, nugget.held ? "held" : "missing"), nugget.text,
    el("span", { class: "soft" }, nugget.evidence)));
  return [
    nuggets.length > 0 && el("p", {}, "Expected:"),
    nuggets.length > 0 && el("ul", {}, nuggets),
    one.gold && el("p", { class: "soft" }, "gold passages: " + one.gold),
  ].filter(Boolean);
}

function cases(content) {
  const filters = content.filters.map((filter) => [el("a", { id: filter.anchor, href: "#" + filter.anchor }, filter.text), " "]);
  const groups = content.groups.map((group) => el("div", { class: "group" }, el("h3", {}, group.title),
    group.cases.map((one) => el("details", { class: "case " + one.anchors.join(" ") },
      el("summary", {}, topic(one.topic), " ", el("span", { class: "why" }, one.why)),
      el("div", {}, expected(one), answer(one.answer))))));
  return [el("p", { class: "filter" }, "Show only: ", filters, el("a", { href: "#cases" }, "all")), ...groups];
}

function changes(content) {
  return content.map((one) => el("details", {},
    el("summary", {}, topic(one.topic), " ", el("span", { class: one.worse ? "bad" : "fine" }, one.how)),
    el("div", { class: "sides" },
      el("div", {}, el("b", {}, "before"), answer(one.before)), el("div", {}, el("b", {}, "now"), answer(one.after)))));
}

/** Leaves only the cases of the fault or kind that the address names. */
function filterCases() {
  const anchor = decodeURIComponent(location.hash.slice(1));
  const wanted = document.querySelector(".filter a[id]") && [...document.querySelectorAll(".filter a[id]")].some((a) => a.id === anchor);
  for (const one of document.querySelectorAll(".case")) one.hidden = wanted && !one.classList.contains(anchor);
  for (const group of document.querySelectorAll(".group")) {
    group.hidden = [...group.querySelectorAll(".case")].every((one) => one.hidden);
  }
  for (const a of document.querySelectorAll(".filter a")) a.classList.toggle("chosen", a.id === anchor && wanted);
}

const BLOCKS = {
  heading: (content) => el("h2", { id: content.id }, content.text),
  subheading: (content) => el("h3", {}, content.text),
  paragraph: (content) => el("p", { class: content.style }, content.text),
  tiles: (content) => el("div", { class: "tiles" }, content.map(tile)),
  table, definitions, plots, cases, changes,
};

const main = document.querySelector("main");
for (const block of JSON.parse(document.getElementById("data").textContent)) {
  main.append(...[BLOCKS[block.type](block.content)].flat());
}
addEventListener("hashchange", filterCases);
if (location.hash) {
  filterCases();
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}
