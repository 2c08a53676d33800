import { originalOf, read } from "./api.js";
import { make } from "./dom.js";
import { say } from "./language.js";

/** The pictures in the file of an article, put into its text as figures. */

const MAY_HOLD = /\.(x?html?|epub|docx)$/i;

/** None where the file holds none; a failure is ignored, because the text is there without them. */
export async function picturesOf({ id, file }) {
  if (!MAY_HOLD.test(file ?? "")) return [];
  const address = originalOf(id).replace(/file$/, "pictures");
  const found = await read(`/articles/${encodeURIComponent(id)}/pictures`).catch(() => ({ pictures: [] }));
  return found.pictures.map((picture) => ({ ...picture, src: `${address}/${picture.number}` }));
}

/** Puts each before the first block that begins at its place or behind it; those of no known place come last. */
export function illustrate(nodes, blocks, pictures) {
  for (const picture of pictures) {
    const at = picture.at === null ? -1 : blocks.findIndex(({ start }) => start >= picture.at);
    const below = nodes[at] ?? null;
    const told = below && picture.caption && below.textContent.includes(picture.caption);
    const figure = drawn(picture, told ? null : picture.caption);
    const beside = below ?? nodes.at(-1);
    const whole = beside?.closest(".table, ul") ?? beside;   // a figure is no row, and no item
    if (below) whole.before(figure);
    else whole?.after(figure);
  }
}

function drawn({ src, alt, caption, number }, below) {
  const unnamed = caption ? "" : say("article.picture", { number: String(number) });   // a caption names it
  const image = make("img", {
    src, loading: "lazy", decoding: "async", alt: alt ?? unnamed,
    error: () => image.closest("figure").remove(),
  });
  return make("figure", {}, image, below ? make("figcaption", {}, below) : "");
}
