import "../elements/ibid-picture.js";
import { make, place } from "../modules/dom.js";
import { equal, holds, staged, test, until } from "./harness.js";
import { article } from "./samples.js";

const text = { blocks: [
  { kind: "paragraph", start: 0, end: 40, place: "page 1" }, { kind: "paragraph", start: 42, end: 58, place: "page 3" },
] };

function shown(at) {
  const over = make("p", {}, "The text.");
  const picture = place("ibid-picture", { article, text, at, over });
  staged(picture, over);
  picture.querySelector("[data-way=text]").click();   // the choice is kept from the test before
  return { picture, over, image: () => picture.querySelector("img") };
}
const way = (picture, name) => picture.querySelector(`[data-way=${name}]`);

test("picture: the page of the quote takes the place of the text, and gives it back", () => {
  const { picture, over, image } = shown(50);
  equal([over.hidden, way(picture, "page").textContent, image()], [false, "Page 3", null]);
  way(picture, "page").click();
  equal([over.hidden, image().getAttribute("src"), image().alt],
    [true, "/api/v1/articles/pact/pages/3.png", "Page 3 of “The Pact” as printed"]);
  equal([way(picture, "page").getAttribute("aria-pressed"), way(picture, "text").getAttribute("aria-pressed")],
    ["true", "false"]);
  way(picture, "text").click();
  equal([over.hidden, picture.querySelector("figure").hidden], [false, true]);
});

test("picture: pages are turned from the first to the last, and the choice is kept", () => {
  const { picture, image } = shown(null);
  way(picture, "page").click();
  const turn = (name) => picture.querySelector(`[aria-label="${name} page"]`);
  equal([turn("Previous").disabled, turn("Next").disabled], [true, false]);
  turn("Next").click();
  turn("Next").click();
  equal([image().src.endsWith("/3.png"), turn("Next").disabled], [true, true]);
  const over = make("p");
  const next = place("ibid-picture", { article, text, at: 0, over });
  staged(next, over);
  holds(over.hidden && next.querySelector("img").src.endsWith("/1.png"), "the next footnote is a picture too");
});

test("picture: a page that cannot be drawn says so", async () => {
  const { picture, image } = shown(0);
  way(picture, "page").click();
  image().dispatchEvent(new Event("error"));
  await until(() => !image());
  equal(picture.querySelector("figcaption").textContent,
    "This page cannot be shown. Open the original file instead.");
  way(picture, "text").click();
});
