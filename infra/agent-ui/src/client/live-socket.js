import { backoff } from './backoff.js';
import { Emitter } from './emitter.js';
import { Problem } from './problem.js';

/** @import { ClientFrame, Failure, ServerFrame } from './wire.js' */

/**
 * @typedef {'connecting' | 'open' | 'waiting' | 'closed'} State
 *
 * @typedef {object} Options
 * @property {string} url of the WebSocket API
 * @property {() => Promise<string>} ticket gives a new one-time ticket for each attempt
 */

const HEARTBEAT = 60_000;
const ANSWER = 10_000;
/** How long a ticket and the opening may take together: networks swallow what they cannot carry. */
const OPENING = 30_000;
/** API Gateway ends a socket after two hours: better to choose the moment. */
const RENEWAL = 110 * 60_000;

/**
 * A socket that comes back: it tries again after a loss, asks whether the other side is still there, renews itself before it
 * is ended, and looks at the same conversation as before, also when API Gateway says that it could not be told. Tells
 * `connected` each time it is open, so that whoever listens can fetch what they missed.
 *
 * @extends {Emitter<{ state: State, connected: void, frame: ServerFrame }>}
 */
export class LiveSocket extends Emitter {
  /** @param {Options} options */
  constructor({ url, ticket }) {
    super();
    this._url = url;
    this._ticket = ticket;
    this._attempt = 0;
    /** Which connection is the present one; what comes of those before is left alone. */
    this._generation = 0;
    /** @type {State} */
    this.state = 'closed';
    /** @type {WebSocket | null} */
    this._socket = null;
    /** @type {string | null} */
    this._watched = null;
    /** How often in a row something that was said was not taken. */
    this._failures = 0;
    /** @type {ReturnType<typeof setTimeout>[]} */
    this._timers = [];
  }

  /** Opens it, or tries at once if it waits. */
  open() {
    if (this.state === 'closed' || this.state === 'waiting') {
      this._connect();
    }
  }

  /** Closes it for good. */
  close() {
    this._abandon();
    this._enter('closed');
  }

  /**
   * Looks at a conversation instead of the one before.
   *
   * @param {string} uuid
   */
  watch(uuid) {
    this._watched = uuid;
    this.send({ type: 'conversation_subscribe', data: { conversation_uuid: uuid } });
  }

  /** Looks at none. */
  unwatch() {
    this._watched = null;
    this.send({ type: 'view_conversation', data: { conversation_uuid: '' } });
  }

  /**
   * Says something, if it is open; otherwise nobody would want it later.
   *
   * @param {ClientFrame} frame
   */
  send(frame) {
    if (this.state === 'open') {
      this._socket?.send(JSON.stringify(frame));
    }
  }

  async _connect() {
    this._abandon();
    const generation = this._generation;
    this._enter('connecting');
    this._opening = this._later(OPENING, () => this._wait());
    try {
      const ticket = await this._ticket();
      if (generation === this._generation) {
        this._attach(new WebSocket(`${this._url}?ticket=${encodeURIComponent(ticket)}`));
      }
    } catch (failed) {
      if (generation === this._generation) {
        this._refused(failed);
      }
    }
  }

  /** @param {unknown} failed */
  _refused(failed) {
    if (failed instanceof Problem && !failed.isPassing) {
      this.close();
    } else {
      this._wait();
    }
  }

  /** @param {WebSocket} socket */
  _attach(socket) {
    this._socket = socket;
    socket.onopen = () => this._opened();
    socket.onmessage = (event) => this._heard(String(event.data));
    socket.onclose = () => this._wait();
  }

  _opened() {
    clearTimeout(this._opening);
    this._attempt = 0;
    this._failures = 0;
    this._enter('open');
    this._later(RENEWAL, () => this._connect());
    this._later(HEARTBEAT, () => this._ask());
    if (this._watched) {
      this.watch(this._watched);
    }
    this.emit('connected', undefined);
  }

  _ask() {
    this._silence = this._later(ANSWER, () => this._wait());
    this._socket?.send('ping');
    this._later(HEARTBEAT, () => this._ask());
  }

  /** @param {string} text */
  _heard(text) {
    clearTimeout(this._silence);
    if (text !== 'pong') {
      this._take(JSON.parse(text));
    }
  }

  /** @param {ServerFrame | Failure} frame */
  _take(frame) {
    if (!('type' in frame)) {
      this._repeat();
      return;
    }
    if (frame.type === 'conversation_subscribed') {
      this._failures = 0;
    }
    this.emit('frame', frame);
  }

  /** Something was not taken, and nobody says what: says again what is looked at, ever more rarely. */
  _repeat() {
    clearTimeout(this._repetition);
    this._repetition = this._later(backoff(this._failures++), () =>
      this._watched ? this.watch(this._watched) : this.unwatch(),
    );
  }

  _wait() {
    this._abandon();
    this._enter('waiting');
    this._later(backoff(this._attempt++), () => this._connect());
  }

  _abandon() {
    this._generation++;
    this._timers.forEach(clearTimeout);
    this._timers = [];
    if (this._socket) {
      this._socket.onopen = this._socket.onmessage = this._socket.onclose = null;
      this._socket.close();
      this._socket = null;
    }
  }

  /** @param {number} milliseconds @param {() => void} step */
  _later(milliseconds, step) {
    const timer = setTimeout(step, milliseconds);
    this._timers.push(timer);
    return timer;
  }

  /** @param {State} state */
  _enter(state) {
    if (state !== this.state) {
      this.state = state;
      this.emit('state', state);
    }
  }
}
