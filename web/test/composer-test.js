import "../elements/ibid-composer.js";
import "../elements/ibid-selection.js";
import { make, place } from "../modules/dom.js";
import { equal, staged, test, until } from "./harness.js";

const written = (text) => {
  const composer = staged(make("ibid-composer"));
  composer.write(text);
  return composer;
};

test("composer: a question that is too long says so at the box, and is not sent", () => {
  const composer = written("x".repeat(2001));
  let sent = 0;
  composer.addEventListener("ask", () => sent++);
  composer.querySelector("form").requestSubmit();
  equal([composer.querySelector(".length").textContent, sent], ["2,001 of 2,000 characters", 0]);
  composer.write("x".repeat(2000));
  composer.querySelector("form").requestSubmit();
  equal(sent, 1);
});

test("composer: a short question has no count", () => {
  equal(written("Why?").querySelector(".length").textContent, "");
});

test("selection: words selected in the article can be asked about", async () => {
  const within = make("p", {}, "The pact is dead.");
  const selection = place("ibid-selection", { within, article: { title: "The Pact" } });
  staged(make("div", {}, within, selection)).parentElement.hidden = false;   // hidden words cannot be selected
  const asked = new Promise((resolve) => selection.addEventListener("revise", ({ detail }) => resolve(detail.text)));
  getSelection().selectAllChildren(within);
  await until(() => selection.matches(":popover-open"));
  selection.querySelector("button").click();
  document.querySelector("#stage").hidden = true;
  equal(await asked, "What do the articles say about “The pact is dead.”?");
});
