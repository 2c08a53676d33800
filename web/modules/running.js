import { tab } from "./storage.js";

/** Remembers the running answers of this tab, so that they are followed after a reload. */

const KEY = "ibid.running";

const all = () => JSON.parse(tab.get(KEY) ?? "[]");
const save = (list) => tab.set(KEY, JSON.stringify(list));

export const forget = ({ id }) => save(all().filter((one) => one.id !== id));
export const remember = ({ id, conversation, question }) => {
  forget({ id });
  save([...all(), { id, conversation, question }]);
};
export const runningIn = (conversation) => all().filter((one) => one.conversation === conversation);
