import { say } from "./language.js";

/**
 * A failure with a message for the reader. `status` is 0 if there was no response; `retry` is after how many seconds a
 * server that is busy may be asked again, 0 if it does not say; `files` has the outcomes of uploaded files.
 */
export class Problem extends Error {
  constructor({ status = 0, retry = 0, title, detail, files = null }) {
    super(detail || title || say("problem.any"));
    Object.assign(this, { status, retry, files });
  }

  /** The problem of a failed response; without a problem+json body it has only the status. */
  static async of(response) {
    const body = await response.json().catch(() => ({}));
    const { status } = response;
    const retry = status === 503 ? Number(response.headers.get("Retry-After")) : 0;
    return new Problem({ title: say("problem.status", { status: String(status) }), ...body, status, retry });
  }
}

export const UNREACHABLE = say("problem.unreachable");
