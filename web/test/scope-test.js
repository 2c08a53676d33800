import "../elements/ibid-scope.js";
import { make, released } from "../modules/dom.js";
import { equal, inSight, staged, test, until } from "./harness.js";
import { serve } from "./samples.js";

test("scope: what is chosen is sent with the question, told in words and kept", () => {
  const scope = staged(make("ibid-scope"));
  equal(scope.filters, null);
  scope.only({ id: "pact", title: "The Pact" });
  equal(scope.filters, { articles: ["pact"] });
  equal(scope.querySelector("button").textContent, "Asking only: “The Pact”");
  const again = staged(make("ibid-scope"));
  equal(again.filters, { articles: ["pact"] });
  again.querySelector("[aria-label='Ask all articles again']").click();
  equal([again.filters, staged(make("ibid-scope")).filters], [null, null]);
});

test("scope: outlets, topics and languages are chosen from what the articles have in common", async () => {
  const facets = {
    publisher: [{ value: "Wire", articles: 2 }, { value: null, articles: 1 }],
    topic: [{ value: "Ports", articles: 2 }, { value: "Trams", articles: 1 }],
    language: [{ value: "en", articles: 2 }, { value: "de", articles: 1 }],
  };
  serve(new Proxy({}, { get: () => ({ total: 3, articles: [], facets }) }));
  const scope = staged(make("ibid-scope"));
  scope.querySelector("button").click();
  for (const name of ["topic Ports", "language de", "publisher "]) {
    (await until(() => scope.querySelector(`[name="${name}"]:not(:checked)`))).click();
    await until(() => scope.querySelector(`[name="${name}"]:checked`));
  }
  equal(scope.filters, { publishers: [""], topics: ["Ports"], languages: ["de"] });
  equal(scope.querySelector("button").textContent, "Asking only: None given · Ports · German");
  equal([...scope.querySelectorAll("legend")].map((legend) => legend.textContent).slice(-3),
    ["Outlet", "Topic", "Language"]);
  scope.querySelector("[aria-label='Ask all articles again']").click();
  equal(scope.filters, null);
});

test("scope: who goes on to the question while the counts come keeps the focus there", inSight(async () => {
  const facets = { topic: [{ value: "Ports", articles: 2 }, { value: "Trams", articles: 1 }] };
  serve(new Proxy({}, { get: () => ({ total: 2, articles: [], facets }) }));
  const scope = staged(make("ibid-scope"), make("textarea"));
  const field = document.querySelector("#stage textarea");
  scope.querySelector("button").click();
  const box = await until(() => scope.querySelector('[name="topic Ports"]'));
  box.focus();
  box.click();
  field.focus();
  await until(() => scope.querySelector('[name="topic Ports"]:checked') !== box);
  equal(document.activeElement === field, true);
  scope.querySelector("[aria-label='Ask all articles again']").click();
}));

test("scope: boxes chosen faster than the counts come all count, and the latest counts are shown", async () => {
  const topics = ["Ports", "Trams", "Ferries"];
  const held = [];
  const counts = (total) =>
    ({ total, articles: [], facets: { topic: topics.map((value) => ({ value, articles: total })) } });
  serve(new Proxy({}, { get: () => counts(9) }));
  const scope = staged(make("ibid-scope"));
  scope.querySelector("button").click();
  const box = (name) => scope.querySelector(`[name="topic ${name}"]`);
  await until(() => box("Ports"));
  globalThis.fetch = () => new Promise((answered) => held.push((total) => answered(Response.json(counts(total)))));
  box("Ports").click();
  box("Ferries").click();
  equal(scope.filters, { topics: ["Ports", "Ferries"] });
  await until(() => held.length === 2);
  held[1](2);
  await until(() => scope.querySelector(".sum").textContent === "2 articles in scope");
  held[0](5);
  await new Promise((done) => setTimeout(done, 50));
  equal(scope.querySelector(".sum").textContent, "2 articles in scope");
  scope.querySelector("[aria-label='Ask all articles again']").click();
});

test("scope: counts that cannot be had are told apart from none, and asked for again", async () => {
  serve({});
  const scope = staged(make("ibid-scope"));
  scope.querySelector("button").click();
  const again = await until(() => scope.querySelector("ibid-problem button"));
  equal(scope.querySelector("ibid-problem p").textContent, "Status 404.");
  serve(new Proxy({}, { get: () => ({ total: 0, articles: [], facets: {} }) }));
  again.click();
  equal(await until(() => scope.querySelector(".sum")?.textContent), "0 articles in scope");
});

test("scope: a box that is being pressed is not replaced before the press ends", async () => {
  const pressed = { matches: (selector) => selector === ":active" };
  let isOver = false;
  const over = released(pressed).then(() => (isOver = true));
  await new Promise((done) => setTimeout(done, 20));
  equal(isOver, false);
  dispatchEvent(new PointerEvent("pointerup"));
  await over;
  equal(released({ matches: () => false }), false);
});
