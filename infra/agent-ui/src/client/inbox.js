import { backoff } from './backoff.js';
import { Emitter } from './emitter.js';
import { Problem } from './problem.js';

/**
 * @import { Api } from './api.js'
 * @import { LiveSocket } from './live-socket.js'
 * @import { Notification } from './wire.js'
 */

const PAGE = 100;

/**
 * Somebody's inbox, kept up by the socket and caught up after each of its losses. A row counts once, however often it comes.
 * Tells `arrived` of each new row, `announced` of those that the socket brought, and `changed` whenever rows or unread are
 * others. What was missed is not announced: it may be read by now, or be of a kind that nobody wants to see at once.
 *
 * @extends {Emitter<{ arrived: Notification, announced: Notification, changed: void }>}
 */
export class Inbox extends Emitter {
  /** @param {Api} api @param {LiveSocket} socket */
  constructor(api, socket) {
    super();
    this._api = api;
    this._socket = socket;
    /** Newest first. @type {Notification[]} */
    this.rows = [];
    this.unread = 0;
    this.loaded = false;
    /** Whether it is to be fetched anew instead of what came since. */
    this._isOld = true;
    /** Why the last attempt to catch up had no success. @type {Problem | null} */
    this.problem = null;
    /** @type {Set<string>} */
    this._known = new Set();
    /** The newest that were unread when they were counted. @type {Set<string>} */
    this._counted = new Set();
    /** The row that arrived last, from which to go on. @type {string | undefined} */
    this._last = undefined;
    /** How often in a row it could not catch up. */
    this._failures = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this._retry = undefined;
    socket.on('connected', () => this.catchUp());
    socket.on('state', () => clearTimeout(this._retry));
    socket.on('frame', (frame) => {
      if (frame.type === 'new_notification' && this._arrive(frame.data)) {
        this.emit('announced', frame.data);
      }
    });
  }

  /**
   * Fetches what came since the last time; the newest rows at first. What fails is tried again, ever more rarely while the
   * socket is open, and with the next connection.
   *
   * @returns {Promise<void>}
   */
  async catchUp() {
    clearTimeout(this._retry);
    try {
      await (this._isOld || !this._last ? this._begin() : this._follow());
      await this._count();
      this._failures = 0;
      this.problem = null;
      this.emit('changed', undefined);
    } catch (failed) {
      if (!(failed instanceof Problem)) {
        throw failed;
      }
      if (failed.status === 404 && this._last) {
        this._last = undefined;
        return this.catchUp();
      }
      this.problem = failed;
      this._catchUpLater(failed);
      this.emit('changed', undefined);
    }
  }

  /** @param {Problem} failed */
  _catchUpLater(failed) {
    clearTimeout(this._retry);
    if (failed.isPassing && this._socket.state === 'open') {
      this._retry = setTimeout(() => this.catchUp(), backoff(this._failures++));
    }
  }

  /** Catches up with what went, too: the rows of a conversation that somebody sees no longer. */
  refresh() {
    this._isOld = true;
    return this.catchUp();
  }

  /** What arrives while the page is on its way may be missing in it. */
  async _begin() {
    const before = this.rows;
    const { results } = await this._api.notifications({ limit: PAGE });
    const fetched = new Set(results.map((row) => row.id));
    const meanwhile = this.rows.filter((row) => !before.includes(row) && !fetched.has(row.id));
    results.forEach((row) => this._known.add(row.id));
    this.rows = [...meanwhile, ...results];
    this._last = results[0]?.id;
    this.loaded = true;
    this._isOld = false;
    this.emit('changed', undefined);
  }

  /**
   * A page brings rows of the last minute again, and ends at a later one while there is any: without a row that was in none
   * before it is the last. Known ones say nothing, since the socket may have brought those and not the next.
   */
  async _follow() {
    /** @type {Set<string>} */
    const seen = new Set();
    for (;;) {
      const { results } = await this._api.notifications({ after: this._last, limit: PAGE });
      if (results.every((row) => seen.has(row.id))) {
        return;
      }
      for (const row of results) {
        seen.add(row.id);
        this._arrive(row);
      }
      this._last = results.at(-1)?.id;
    }
  }

  /** A row that arrives may have been counted before it did, or be missing in a count that is on its way: the ids tell. */
  async _count() {
    const before = new Set(this._known);
    const { results, total } = await this._api.notifications({ unread: true, limit: PAGE });
    this._counted = new Set(results.map((row) => row.id));
    const uncounted = this.rows.filter((row) => !before.has(row.id) && this._isUncounted(row));
    this.unread = total + uncounted.length;
    this.emit('changed', undefined);
  }

  /** @param {Notification} row */
  _isUncounted(row) {
    return !row.read_at && !this._counted.has(row.id);
  }

  /** Whether it is news. @param {Notification} row */
  _arrive(row) {
    if (this._known.has(row.id)) {
      return false;
    }
    this._known.add(row.id);
    this._last ??= row.id;
    this.rows = [row, ...this.rows];
    this.unread += this._isUncounted(row) ? 1 : 0;
    this.emit('arrived', row);
    this.emit('changed', undefined);
    return true;
  }

  /**
   * Reads a row; rejects if it is gone, and lets it go here too.
   *
   * @param {Notification} row
   */
  async read(row) {
    if (!row.read_at) {
      try {
        this._replace(await this._api.readNotification(row.id));
      } catch (failed) {
        if (isGone(failed)) {
          await this._drop(row);
        }
        throw failed;
      }
      await this._count();
    }
  }

  /** Fetches them anew, since only the other side knows of a row that arrives meanwhile whether it was read with the rest. */
  async readAll() {
    await this._api.readAllNotifications();
    await this._begin();
    await this._count();
  }

  /** @param {Notification} row */
  async remove(row) {
    await this._api.deleteNotification(row.id);
    await this._drop(row);
  }

  /** @param {Notification} row */
  async _drop(row) {
    this.rows = this.rows.filter((other) => other.id !== row.id);
    this._last = this._last === row.id ? this.rows[0]?.id : this._last;
    await this._count();
  }

  /** @param {Notification} row */
  _replace(row) {
    this.rows = this.rows.map((other) => (other.id === row.id ? row : other));
  }
}

/** @param {unknown} failed */
const isGone = (failed) => failed instanceof Problem && failed.status === 404;
