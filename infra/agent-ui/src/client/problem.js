/** Why a call had no success. A status of 0 means that no answer came. */
export class Problem extends Error {
  /**
   * @param {number} status of HTTP
   * @param {string} type such as InputError or PermissionError
   * @param {string} message for people
   */
  constructor(status, type, message) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.type = type;
  }

  /** Whether there was no answer at all. */
  get isOffline() {
    return this.status === 0;
  }

  /** Whether the same call may have success a little later. */
  get isPassing() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /**
   * Refusals of API Gateway have their message outside of data, and over HTTP/2 there is no text with the status.
   *
   * @param {Response} response
   * @returns {Promise<Problem>}
   */
  static async of(response) {
    const body = await response.json().catch(() => ({}));
    const data = body.data ?? {};
    const message = data.message ?? body.message ?? (response.statusText || 'That did not work. Try again.');
    return new Problem(response.status, data.type ?? 'GeneralError', message);
  }
}

/**
 * Lets a call be without success: somebody who sees the rest goes on. Anything but a Problem is still a bug.
 *
 * @param {Promise<unknown>} call
 */
export const unimportant = (call) =>
  call.catch((failed) => {
    if (!(failed instanceof Problem)) {
      throw failed;
    }
  });
