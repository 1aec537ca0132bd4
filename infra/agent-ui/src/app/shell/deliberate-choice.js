import { choice } from './fields.js';
import { View } from './view.js';

/** Where the arrows open the list, they pass nothing by. */
const ARROWS_OPEN = /^(Mac|iP)/.test(navigator.platform);
const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
const JUMPS = ['Home', 'End', 'PageUp', 'PageDown'];

/**
 * A labelled choice of one whose consequences reach other people. A closed list goes on with each arrow or letter, and fires a
 * change each time: what is only passed by waits until somebody presses Enter or leaves the field, and Escape drops it. What is
 * chosen in any other way is chosen at once. It is shown from then on, until `choose` has ended with or without success.
 *
 * @see https://www.w3.org/TR/WCAG22/#on-input
 */
export class DeliberateChoice extends View {
  static properties = {
    label: {},
    options: { attribute: false },
    chosen: { attribute: false },
    choose: { attribute: false },
  };

  constructor() {
    super();
    this.label = '';
    /** @type {{ id: string | number, name: string }[]} */
    this.options = [];
    /** @type {string | number} */
    this.chosen = '';
    /** @type {(id: string) => Promise<unknown>} */
    this.choose;
    /** The last choice, until it is done or refused. @type {{ id: string } | null} */
    this._asked = null;
    /** What the field stands on and is not chosen yet. @type {string | null} */
    this._pending = null;
    /** Whether the last key goes on from one to the next. */
    this._isStepping = false;
    this.addEventListener('keydown', (event) => this._pressed(event));
    this.addEventListener('pointerdown', () => (this._isStepping = false));
    this.addEventListener('focusout', () => this._choose());
  }

  get _current() {
    return this._asked?.id ?? this.chosen;
  }

  render() {
    return choice(this.label, this.options, this._pending ?? this._current, (id) => this._changed(id));
  }

  /** @param {string} id */
  _changed(id) {
    this._pending = id;
    if (!this._isStepping) {
      this._choose();
    }
  }

  async _choose() {
    const id = this._pending;
    this._pending = null;
    if (id !== null && id !== String(this._current)) {
      const asked = { id };
      this._asked = asked;
      await this.choose(id);
      if (this._asked === asked) {
        this._asked = null;
        this.requestUpdate();
      }
    }
  }

  /** @param {KeyboardEvent} event */
  _pressed(event) {
    this._isStepping = steps(event);
    if (event.key === 'Enter' && this._pending !== null) {
      // It would open the list, which on leaving chooses once more.
      event.preventDefault();
      this._choose();
    } else if (event.key === 'Escape') {
      this._pending = null;
      this.requestUpdate();
    }
  }
}

/** @param {KeyboardEvent} event */
const steps = ({ key, altKey, ctrlKey, metaKey }) =>
  (ARROWS.includes(key) && !altKey && !ARROWS_OPEN) ||
  JUMPS.includes(key) ||
  ([...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey);

customElements.define('deliberate-choice', DeliberateChoice);
