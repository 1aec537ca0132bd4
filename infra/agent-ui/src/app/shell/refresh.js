import { backoff } from '../../client/backoff.js';
import { Problem } from '../../client/problem.js';

/** How many times as long as the last answer took it waits for the next: what is dear is fetched more rarely. */
const REST = 4;
/** And no longer, since an answer may take long for other reasons. */
const LONGEST = 10_000;

/**
 * Fetches something when there is a reason to: at once, or once for all the reasons of some milliseconds, however many follow.
 * In a tab that nobody sees, reasons wait until somebody does. An answer that comes after a later one is old, and left out; a
 * failure that may pass is no answer.
 *
 * @template Found
 */
export class Refresh {
  /**
   * @param {() => Promise<Found>} fetch
   * @param {(found: Found) => void} show
   * @param {(failed: unknown) => void} fail
   * @param {number} pause in milliseconds, at least
   */
  constructor(fetch, show, fail, pause) {
    this._fetch = fetch;
    this._show = show;
    this._fail = fail;
    this._pause = pause;
    this._asked = 0;
    this._answered = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this._timer = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this._retry = undefined;
    /** How often in a row it was tried again. */
    this._retries = 0;
    /** In milliseconds. */
    this._lasted = 0;
    this._due = () => {
      if (document.visibilityState === 'visible') {
        this.now();
      } else {
        document.addEventListener('visibilitychange', this._due);
      }
    };
  }

  /** Fetches it once the pause is over that the first reason began. */
  soon() {
    this._timer ??= setTimeout(this._due, Math.max(this._pause, Math.min(REST * this._lasted, LONGEST)));
  }

  /** Fetches it again after it failed, ever more rarely until there is an answer. */
  again() {
    clearTimeout(this._retry);
    this._retry = setTimeout(this._due, backoff(this._retries++));
  }

  /** Fetches something else from now on: answers that are on their way are about what was before. */
  anew() {
    this._answered = this._asked;
    return this.now();
  }

  async now() {
    this.stop();
    const turn = ++this._asked;
    const began = performance.now();
    /** @type {() => void} */
    let step;
    let isAnswer = true;
    try {
      const found = await this._fetch();
      step = () => this._show(found);
    } catch (failed) {
      isAnswer = !(failed instanceof Problem && failed.isPassing);
      step = () => this._fail(failed);
    }
    this._lasted = performance.now() - began;
    if (turn <= this._answered) {
      return;
    }
    if (isAnswer) {
      this._answered = turn;
      this._retries = 0;
    }
    step();
  }

  /** No longer wants what was wanted soon. */
  stop() {
    clearTimeout(this._timer);
    clearTimeout(this._retry);
    document.removeEventListener('visibilitychange', this._due);
    this._timer = undefined;
  }
}
