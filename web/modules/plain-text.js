import { date, refusal, silence } from "./words.js";

/** An answer as plain text with all its footnotes, for the clipboard. */
export function plainText(answer) {
  const { question, text, outcome, missing, footnotes } = answer;
  const said = outcome === "abstained" ? [refusal(answer)] : [text, missing && silence(missing)];
  return [question, ...said, footnotes.map(note).join("\n")].filter(Boolean).join("\n\n") + "\n";
}

function note({ number, article, quote }) {
  const { author, publisher, title, published, url } = article;
  const from = [author, publisher, `“${title}”`, date(published)].filter(Boolean).join(", ");
  return `[${number}] ${from}: “${quote.exact}”${url ? ` ${url}` : ""}`;
}
