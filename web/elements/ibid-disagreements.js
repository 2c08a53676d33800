import { make, place } from "../modules/dom.js";
import "./ibid-mark.js";

/** <ibid-disagreements>: footnotes that contradict each other. Property `answer`. Events: those of its marks. */
export class Disagreements extends HTMLElement {
  set answer({ disagreements, footnotes }) {
    this.replaceChildren(...disagreements.map(({ about, footnotes: numbers }) => {
      const sides = numbers.map((number) => footnotes.find((one) => one.number === number)).filter(Boolean);
      const against = sides.flatMap((footnote, at) => [at ? " against " : "", place("ibid-mark", { footnote })]);
      return make("p", {}, `The articles disagree about ${about}: `, against);
    }));
  }
}

customElements.define("ibid-disagreements", Disagreements);
