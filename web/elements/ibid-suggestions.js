import { emit, make } from "../modules/dom.js";
import { say } from "../modules/language.js";

const LANGUAGE = "en";   // of the questions that the server makes of articles, whatever the page speaks

/** <ibid-suggestions>: questions the articles can answer, as buttons. Properties `questions`, `label`. Event: `ask`. */
export class Suggestions extends HTMLElement {
  label = say("suggestions");

  set questions(questions) {
    const button = (question) => make("li", {}, make("button", {
      type: "button", lang: LANGUAGE, click: () => emit(this, "ask", { question }),
    }, question));
    this.replaceChildren(...(questions.length
      ? [make("p", { class: "label" }, this.label), make("ul", { role: "list" }, questions.map(button))] : []));
  }
}

customElements.define("ibid-suggestions", Suggestions);
