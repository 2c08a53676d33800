import { say } from "./language.js";

/**
 * A failure with a message for the reader. `status` is 0 if there was no response; `files` has the outcomes of uploaded
 * files.
 */
export class Problem extends Error {
  constructor({ status = 0, title, detail, files = null }) {
    super(detail || title || say("problem.any"));
    Object.assign(this, { status, files });
  }

  /** The problem of a failed response; without a problem+json body it has only the status. */
  static async of(response) {
    const body = await response.json().catch(() => ({}));
    const { status } = response;
    return new Problem({ title: say("problem.status", { status: String(status) }), ...body, status });
  }
}

export const UNREACHABLE = say("problem.unreachable");
