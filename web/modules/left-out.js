import { make } from "./dom.js";
import { say } from "./language.js";

/** The files of the folder that are not in the index, each with the reason; nothing where all are. */
export const leftOut = (skipped = []) => (skipped.length === 0 ? "" : make("details", {},
  make("summary", {}, say("articles.left", { n: skipped.length })),
  make("ul", {}, skipped.map(({ file, reason }) => make("li", {}, `${file}: ${reason}`)))));
