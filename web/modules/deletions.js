import * as api from "./api.js";
import { tab } from "./storage.js";

/**
 * Conversations whose deletion can still be undone. The server erases a conversation at once and for good, and keeps no
 * bin of what its reader was told is deleted. So the page hides it, and sends the request when undoing is over. What a
 * crash of the page left here is deleted when the page is next opened in its tab.
 */

const KEY = "ibid.deleting";

const all = () => JSON.parse(tab.get(KEY) ?? "[]");
export const isLeaving = (id) => all().includes(id);
export const leave = (id) => tab.set(KEY, JSON.stringify([...all(), id]));
export const stay = (id) => tab.set(KEY, JSON.stringify(all().filter((one) => one !== id)));

/** Deletes it for good; gives the problem if that failed, or null. One that is not there is deleted. */
export async function finish(id) {
  const problem = await api.removeConversation(id).then(() => null, (failure) => failure);
  stay(id);
  return problem?.status === 404 ? null : problem;
}

export const finishAll = () => Promise.all(all().map(finish));
