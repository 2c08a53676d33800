import { anchor } from "../modules/anchor.js";
import { equal, test } from "./harness.js";

const quote = (more) => ({ exact: "it fell", prefix: "", suffix: "", start: 3, end: 10, ...more });

test("anchor: a quote at its own offsets is exact", () => {
  equal(anchor("😀! it fell.", quote()), { state: "exact", start: 3, end: 10 });
});

test("anchor: a quote that stands elsewhere is found there", () => {
  equal(anchor("😀 Corrected. Then it fell.", quote()), { state: "moved", start: 18, end: 25 });
});

test("anchor: of several places the one with the stored words around it wins", () => {
  const text = "And so it fell. In May it fell, alas. And so it fell.";
  equal(anchor(text, quote({ prefix: "In May ", suffix: ", alas" })), { state: "moved", start: 23, end: 30 });
});

test("anchor: without words around it the nearest place wins", () => {
  equal(anchor("it fell. it fell. it fell.", quote({ start: 17, end: 24 })).start, 18);
});

test("anchor: a quote that is gone is missing", () => equal(anchor("it rose", quote()), { state: "missing" }));
