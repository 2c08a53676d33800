import { host, make, outside } from "../modules/dom.js";
import { equal, test } from "./harness.js";
import { hostile } from "./samples.js";

test("dom: text stays text", () => {
  const made = make("p", { title: hostile }, hostile);
  equal([made.childElementCount, made.textContent, made.title], [0, hostile, hostile]);
});

test("dom: only web addresses become links, and they open elsewhere without a trace", () => {
  const link = outside("https://example.org/x", "there");
  equal([link.tagName, link.rel, link.target], ["A", "noopener noreferrer", "_blank"]);
  const others = ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc", "//x", "", null];
  equal(others.map((url) => outside(url, "x").tagName), others.map(() => "SPAN"));
});

test("dom: a host is named without www", () => {
  equal([host("https://www.example.org/a"), host("nonsense"), host(null)], ["example.org", "", ""]);
});
