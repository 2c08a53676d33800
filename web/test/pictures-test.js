import "../elements/ibid-article.js";
import { place } from "../modules/dom.js";
import { equal, staged, test } from "./harness.js";
import { text } from "./samples.js";

const SRC = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";
const picture = (more) => ({ number: 1, src: SRC, alt: "A map", caption: null, at: null, ...more });
const shown = (...pictures) => staged(place("ibid-article", { text, highlight: null, pictures }));
const tags = (article) => [...article.children].map(({ tagName }) => tagName).slice(0, 3);

test("pictures: each stands before the block that follows its place, one of no known place behind the text", () => {
  equal(tags(shown(picture({ at: 41 }))), ["P", "FIGURE", "P"]);
  equal(tags(shown(picture({}))), ["P", "P", "FIGURE"]);
});

test("pictures: a caption is told once, and names a picture that has no other name", () => {
  const caption = "Nobody 😀 stayed.";
  equal(shown(picture({ at: 42, caption })).querySelectorAll("figcaption").length, 0);
  const below = shown(picture({ at: 42, caption: "The empty hall", alt: null }));
  equal(below.querySelector("figcaption").textContent, "The empty hall");
  equal(below.querySelector("img").alt, "");
  equal(shown(picture({ alt: null })).querySelector("img").alt, "Picture 1 of the article");
});
