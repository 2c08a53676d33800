/**
 * What went wrong, in words a reader may see. `status` is 0 where no answer came; `files` is what became of the files
 * that were sent.
 */
export class Problem extends Error {
  constructor({ status = 0, title, detail, files = null }) {
    super(detail || title || "Something went wrong.");
    Object.assign(this, { status, files });
  }

  /** The problem a failed response tells of; a body that is not problem+json leaves the status alone to speak. */
  static async of(response) {
    const body = await response.json().catch(() => ({}));
    const { status } = response;
    return new Problem({ title: `The server answered with status ${status}.`, ...body, status });
  }
}

export const UNREACHABLE = "The server cannot be reached.";
