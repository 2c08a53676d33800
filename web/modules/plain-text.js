import { date, silence } from "./words.js";

/** An answer as plain text with all its footnotes, for the clipboard. */
export function plainText({ question, text, outcome, missing, footnotes }) {
  const said = outcome === "abstained"
    ? ["The articles do not say.", missing]
    : [text, missing && silence(missing)];
  return [question, ...said, footnotes.map(note).join("\n")].filter(Boolean).join("\n\n") + "\n";
}

function note({ number, article, quote }) {
  const { author, publisher, title, published, url } = article;
  const from = [author, publisher, `“${title}”`, date(published)].filter(Boolean).join(", ");
  return `[${number}] ${from}: “${quote.exact}”${url ? ` ${url}` : ""}`;
}
