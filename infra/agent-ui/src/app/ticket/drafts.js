import { Emitter } from '../../client/emitter.js';
import { Problem } from '../../client/problem.js';
import { reason } from '../shell/states.js';

const PREFIX = 'tagalong.draft.';
const UNKNOWN = 'It is not known whether this was sent. Sending it again sends it once.';

/**
 * What somebody writes in a ticket, until it is sent, whether its page is shown or not. Tells `changed`.
 *
 * @extends {Emitter<{ changed: void }>}
 */
export class Draft extends Emitter {
  /** @param {string} uuid of the ticket */
  constructor(uuid) {
    super();
    this.uuid = uuid;
    this.text = '';
    /** Whether it is for colleagues only. */
    this.isNote = false;
    /** Who was chosen to be mentioned. @type {Set<number>} */
    this.chosen = new Set();
    /** What may have been sent, and the key under which it was. @type {{ body: string, key: string } | null} */
    this.attempt = null;
    /** Whether it is on its way. */
    this.busy = false;
    /** Why it was not sent. */
    this.problem = '';
  }

  /** @param {Partial<Pick<Draft, 'text' | 'isNote' | 'busy' | 'problem'>>} parts */
  change(parts) {
    Object.assign(this, parts);
    this.emit('changed', undefined);
  }

  /**
   * Lets it be on its way as that message; the key under which that is sent is the same for the same message until it is known
   * what became of it.
   *
   * @param {object} message
   */
  send(message) {
    const body = JSON.stringify(message);
    if (this.attempt?.body !== body) {
      this.attempt = { body, key: crypto.randomUUID() };
    }
    this.change({ busy: true, problem: '' });
    return this.attempt.key;
  }

  /** It was sent. */
  sent() {
    this.attempt = null;
    this.chosen.clear();
    this.change({ text: '', busy: false });
  }

  /**
   * A refusal is the answer to its key for good, so what comes after it is another attempt.
   *
   * @param {unknown} failed
   */
  failed(failed) {
    const isPassing = failed instanceof Problem && failed.isPassing;
    if (!isPassing) {
      this.attempt = null;
    }
    const problem = isPassing && failed.status !== 429 ? UNKNOWN : `Not sent: ${reason(failed)}`;
    this.change({ problem, busy: false });
  }
}

/**
 * The drafts of somebody by ticket, kept in this tab: whose session ends finds them again once they signed in, and nobody else
 * does.
 */
export class Drafts {
  /** @param {string} owner */
  constructor(owner) {
    this._owner = owner;
    /** @type {Map<string, Draft>} */
    this._drafts = new Map();
    names()
      .filter((name) => read(name).owner !== owner)
      .forEach((name) => sessionStorage.removeItem(name));
  }

  /** @param {string} uuid of the ticket */
  of(uuid) {
    const draft = this._drafts.get(uuid) ?? this._restored(uuid);
    this._drafts.set(uuid, draft);
    return draft;
  }

  /** @param {string} uuid */
  _restored(uuid) {
    const draft = new Draft(uuid);
    const { text = '', isNote = false, chosen = [], attempt = null } = read(PREFIX + uuid);
    Object.assign(draft, { text, isNote, chosen: new Set(chosen), attempt, problem: attempt ? UNKNOWN : '' });
    draft.on('changed', () => this._keep(draft));
    return draft;
  }

  /** What finds no room is there as long as the page. @param {Draft} draft */
  _keep(draft) {
    const { uuid, text, isNote, chosen, attempt } = draft;
    if (this._drafts.get(uuid) !== draft) return;
    try {
      if (text) {
        const kept = { owner: this._owner, text, isNote, chosen: [...chosen], attempt };
        sessionStorage.setItem(PREFIX + uuid, JSON.stringify(kept));
      } else {
        sessionStorage.removeItem(PREFIX + uuid);
      }
    } catch {
      sessionStorage.removeItem(PREFIX + uuid);
    }
  }

  /** Forgets all of them, also what becomes of those that are on their way. */
  clear() {
    this._drafts.clear();
    names().forEach((name) => sessionStorage.removeItem(name));
  }
}

const names = () => Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX));

/** @param {string} name */
const read = (name) => JSON.parse(sessionStorage.getItem(name) ?? '{}');
