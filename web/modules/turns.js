import * as api from "./api.js";
import { answering } from "./answering.js";
import { Problem } from "./problem.js";
import { forget, remember, runningIn } from "./running.js";
import { again, asked, failed, ofConversation, received, running } from "./turn.js";

/**
 * The turns of the open conversation and the running ones of other conversations, whose answers continue to arrive.
 * Events: `change`, `started` (a question was accepted; `detail` has its `turn`, and `shown`: whether it belongs to the
 * open conversation), and `finished`.
 */
export class Turns extends EventTarget {
  conversation = null;   // an id, or null for a new one
  title = null;
  loading = false;
  earlier = 0;           // stored answers before the first of the list
  problem = null;        // why the stored turns could not be read
  #stored = [];
  #asked = [];

  get list() {
    const here = this.#asked.filter((turn) => turn.conversation === this.conversation);
    return [...this.#stored.filter(({ id }) => !here.some((turn) => turn.id === id)), ...here];
  }

  async open(id) {
    Object.assign(this, { conversation: id, title: null, problem: null, loading: id !== null, earlier: 0 });
    this.#stored = [];
    this.#asked = this.#asked.filter((turn) => running(turn) || (turn.problem && turn.conversation));
    this.#changed();
    if (id === null) return;

    const loaded = await api.conversation(id).catch((problem) => ({ problem }));
    if (this.conversation !== id) return;
    const { title = null, answers = [], unanswered = [], earlier = 0, problem = null } = loaded;
    this.#stored = ofConversation({ id, answers, unanswered });
    for (const under of [...answers.filter(({ outcome }) => !outcome), ...runningIn(id)]) this.#rejoin(under, id);
    // A conversation is stored with its first answer; until then it has only running turns.
    Object.assign(this, { title, earlier, loading: false, problem: this.list.length ? null : problem });
    this.#changed();
  }

  /** Reads the page of answers before the first of the list. */
  async openEarlier() {
    const id = this.conversation;
    const first = this.#stored.find(({ answer }) => answer);
    const loaded = await api.conversation(id, first.id).catch((problem) => ({ problem }));
    if (this.conversation !== id || this.#stored.find(({ answer }) => answer) !== first) return;
    const { answers = [], unanswered = [], earlier = this.earlier, problem = null } = loaded;
    this.#stored = [...ofConversation({ id, answers, unanswered }), ...this.#stored];
    Object.assign(this, { earlier, problem });
    this.#changed();
  }

  ask(question, filters) {
    return this.#run(asked(question, this.conversation, null, filters));
  }

  retry(turn) {
    return this.#run(again(turn));
  }

  /** Stops an answer under way; its stream ends with an error that says so. */
  async stop(turn) {
    if (!turn.id) return;
    await api.stop(turn.id).catch((problem) => this.#keep(failed(turn, problem)));
  }

  #rejoin({ id, question }, conversation) {
    if (this.#stored.some((turn) => turn.id === id)) forget({ id });
    else if (!this.#asked.some((turn) => turn.id === id)) this.#run(asked(question, conversation, id));
  }

  async #run(turn) {
    const from = turn.conversation;
    this.#keep(turn);
    try {
      for await (const event of answering(turn)) {
        turn = received(turn, event);
        if (event.name === "answer.created") this.#started(turn, from);
        this.#keep(turn);
      }
    } catch (problem) {
      if (!(problem instanceof Problem)) console.error(problem);
      this.#keep(failed(turn, problem));
    }
    forget(turn);
    this.dispatchEvent(new CustomEvent("finished"));
  }

  #started(turn, from) {
    remember(turn);
    const shown = this.conversation === from;
    if (shown) this.conversation = turn.conversation;
    this.dispatchEvent(new CustomEvent("started", { detail: { turn, shown } }));
  }

  #keep(turn) {
    const at = this.#asked.findIndex(({ key }) => key === turn.key);
    this.#asked = at < 0 ? [...this.#asked, turn] : this.#asked.with(at, turn);
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new CustomEvent("change"));
  }
}
