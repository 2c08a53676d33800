import { make, outside } from "./dom.js";
import { format } from "./route.js";
import { date, refusal, silence } from "./words.js";

/** An answer as HTML for the clipboard: its footnotes lead to the articles, at the quoted words. */
export function richText(answer) {
  const { question, text, outcome, missing, footnotes } = answer;
  const said = outcome === "abstained" ? [refusal(answer)] : [...text.split("\n"), missing && silence(missing)];
  const linked = (line) => line.split(/(\[\d+\])/).map((part) => {
    const footnote = footnotes.find(({ number }) => part === `[${number}]`);
    return footnote ? make("sup", {}, outside(address(footnote), part)) : part;
  });
  const whole = make("div", {}, make("p", {}, make("strong", {}, question)),
    said.filter(Boolean).map((line) => make("p", {}, linked(line))),
    footnotes.length > 0 && make("ol", {}, footnotes.map((one) => make("li", { value: one.number }, note(one)))));
  return new XMLSerializer().serializeToString(whole);
}

/** Where the quoted words stand on this server. */
const address = ({ article, quote: { start, end } }) =>
  new URL(format({ article: article.id, start, end }), location.origin).href;

function note(footnote) {
  const { article: { author, publisher, title, published, url }, quote } = footnote;
  const from = [author, publisher].filter(Boolean).join(", ");
  return [from && `${from}, `, outside(url || address(footnote), title), `, ${date(published)}: `,
    make("q", {}, quote.exact)];
}
