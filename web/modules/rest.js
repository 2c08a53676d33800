import { here, toArticle } from "./route.js";

/** Shows the evidence for the latest answer where nothing else is open and there is room. */
export function rest(page, layout, { chat, reader, evidence }) {
  const { article, articles, stats } = here();
  const turn = chat.latest;
  layout.evidence = Boolean(turn);
  const footnotes = turn?.answer?.footnotes ?? [];
  const [first] = footnotes;
  const resting = layout.rests && first;
  reader.hidden = !article && !resting;
  evidence.hidden = Boolean(article || articles || stats || resting);
  evidence.turn = turn;
  if (resting) reader.spot = { article: first.article.id, ...first.quote, footnote: first, footnotes, resting: true };
  else if (!article) reader.spot = null;
  mark(page, article ? location.hash : resting ? toArticle(first.article.id, first.quote) : null);
}

/** The marks and list entries of the footnote in focus are filled. */
function mark(page, hash) {
  for (const link of page.querySelectorAll("ibid-mark a, ibid-footnotes a")) {
    if (hash && link.getAttribute("href") === hash) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}
