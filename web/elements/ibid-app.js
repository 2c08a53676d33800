import { keys } from "../modules/keys.js";
import { say } from "../modules/language.js";
import { Layout } from "../modules/layout.js";
import { rest } from "../modules/rest.js";
import { format, go, here, parse, toArticle } from "../modules/route.js";
import { findParts } from "./parts.js";

/** <ibid-app>: the whole page. Turns the address into properties of its elements, and their events into addresses. */
export class App extends HTMLElement {
  #parts;
  #layout;

  connectedCallback() {
    this.#parts = findParts(this);
    this.#layout = new Layout(this, this.#parts.bar, () => this.#rest());
    this.#parts.suggestions.label = say("start.examples");
    this.#listen();
    this.#follow();
    if (!this.#layout.panel && matchMedia("(pointer: fine)").matches) this.#parts.composer.focus();
  }

  #listen() {
    const { bar, chat, composer, conversations, card, start, suggestions, toast } = this.#parts;
    const on = (name, then) => this.addEventListener(name, (event) => then(event.detail, event));
    addEventListener("popstate", () => this.#follow());
    keys({ ask: () => composer.focus(), escape: () => this.#escape() });

    on("ask", ({ question }, { target }) => this.#ask(question, target));
    on("ask-only", ({ article }) => this.#parts.scope.only(article));
    on("revise", ({ text }) => composer.write(text));
    on("conversation-started", ({ id, shown }) => shown && this.#started(id));
    on("answer-finished", () => conversations.refresh());
    on("turns-changed", (turns) => this.#turned(turns));
    on("new-conversation", () => [chat.begin(), composer.focus()]);
    on("conversation-removed", ({ id }) => id === here().conversation && go("#/"));
    on("open-footnote", ({ footnote, opener }) =>
      this.#open(toArticle(footnote.article.id, footnote.quote), { footnote }, opener));
    on("open-nearest", ({ passage, opener }) =>
      this.#open(toArticle(passage.article.id, passage), { excerpt: passage.excerpt }, opener));
    on("close-panel", () => this.#close());
    on("show-card", (shown) => card.show(shown));
    on("hide-card", (hidden) => card.hide(hidden));
    on("announce", ({ text }) => (this.querySelector("#announcer").textContent = text));
    on("identified", () => [conversations.refresh(), start.look()]);
    on("undoable", (offered) => toast.offer(offered));
    on("collection-changed", () => start.look());
    on("toggle-conversations", () => this.#layout.toggle());
    on("index", ({ index, questions }) => {
      bar.index = chat.index = index;
      suggestions.questions = questions;
      if (index.state === "ready") this.#parts.overview.generation = index.generation;
    });
  }

  /** Updates the page from the address. */
  #follow() {
    const route = here();   // the start page for an address that is not of the page
    if (this.dataset.view && !parse(location.hash) && !location.hash.startsWith("#/")) return;   // the skip link's
    const { bar, chat, conversations, reader, articles, stats, card } = this.#parts;
    const { conversation, article, start, end } = route;
    const { footnote = null, excerpt = null } = history.state ?? {};
    this.#layout.show(Boolean(article || route.articles || route.stats));
    this.dataset.view ??= conversation ? "chat" : "start";
    chat.conversation = conversations.current = this.#parts.scope.conversation = conversation;
    bar.route = route;
    articles.open = route.articles;
    stats.open = route.stats;
    const shown = footnote ?? chat.footnoteAt(route);
    if (article) reader.spot = { article, start, end, excerpt, footnote: shown, footnotes: chat.footnotesWith(shown) };
    this.#rest();
    card.hide({ now: true });   // the mark got the focus back; no card was requested
  }

  #rest() {
    rest(this, this.#layout, this.#parts);
  }

  #ask(question, from) {
    const { chat, composer, scope } = this.#parts;
    scope.close();
    chat.ask(question, scope.filters);
    const typing = from === composer && matchMedia("(pointer: fine)").matches;
    if (!typing) chat.querySelector("ibid-turn:last-of-type h2").focus({ preventScroll: true });
  }

  #started(id) {
    if (here().conversation === id) return;
    go(format({ ...here(), conversation: id }), { state: { ...history.state, opened: false } });
  }

  #turned({ empty, busy, loading, title }) {
    const { chat, composer } = this.#parts;
    this.dataset.view = empty ? "start" : "chat";
    composer.busy = busy || loading;
    Object.assign(this.querySelector("#title"), { hidden: empty, textContent: title ?? say("turn.title") });
    document.title = empty || !title ? "Ibid" : `${title} – Ibid`;
    const footnote = history.state?.footnote ? null : chat.footnoteAt(here());   // may be known only now
    if (footnote) go(location.hash, { state: { ...history.state, footnote }, replace: true });
    this.#rest();
  }

  #open(hash, state, opener) {
    if (!this.#layout.panel) this.#layout.opener = opener;
    const opened = history.state?.opened || !this.#layout.panel;   // whether Back leads out of the panel
    go(hash, { state: { ...state, opened }, replace: this.#layout.panel });
  }

  #close() {
    if (history.state?.opened) history.back();
    else go(format({ conversation: here().conversation }), { replace: true });
  }

  #escape() {
    if (this.#parts.card.shown) this.#parts.card.hide({ now: true });
    else if (this.#layout.drawer) this.#layout.toggle();
    else if (this.#layout.panel) this.#close();
  }
}

customElements.define("ibid-app", App);
