import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { avatar } from '../shell/avatar.js';
import { plural } from '../shell/format.js';
import { check } from '../shell/icons.js';
import { fullName } from '../shell/people.js';
import { reason } from '../shell/states.js';
import { View } from '../shell/view.js';

/**
 * @import { Participant } from '../../client/wire.js'
 * @import { Desk } from '../shell/desk.js'
 */

const SHOWN = 8;
const PAUSE = 150;

/**
 * Finds colleagues by name or email and picks any number of them. Tells `pick` and `unpick` with each, and `done`.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export class FollowerPicker extends View {
  static properties = {
    desk: { attribute: false },
    uuid: {},
    options: { state: true },
    picked: { state: true },
    active: { state: true },
    news: { state: true },
  };

  constructor() {
    super();
    /** @type {Desk} */
    this.desk;
    this.uuid = '';
    /** @type {Participant[]} */
    this.options = [];
    /** @type {Set<number>} */
    this.picked = new Set();
    this.active = -1;
    this.news = '';
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this._timer = undefined;
    this._search = '';
  }

  firstUpdated() {
    this.querySelector('input')?.focus();
    this._find();
  }

  async _find() {
    const asked = this._search;
    try {
      const query = { search: asked, conversation: this.uuid, page_size: SHOWN };
      const { results, total } = await this.desk.api.agents(query);
      if (asked === this._search) {
        this.options = results;
        this.active = results.length > 0 && asked ? 0 : -1;
        this.news = total === 0 ? 'Nobody is left who is called so.' : plural(total, 'person', 'people');
      }
    } catch (failed) {
      this.news = reason(failed);
    }
  }

  /** @param {Event} event */
  _typed(event) {
    this._search = /** @type {HTMLInputElement} */ (event.target).value.trim();
    clearTimeout(this._timer);
    this._timer = setTimeout(() => this._find(), PAUSE);
  }

  /** @param {Participant | undefined} person */
  _toggle(person) {
    if (!person) return;
    const picked = new Set(this.picked);
    const isNew = !picked.delete(person.id);
    if (isNew) {
      picked.add(person.id);
    }
    this.picked = picked;
    this.news = `${fullName(person)} ${isNew ? 'picked' : 'taken back'}.`;
    this.dispatchEvent(new CustomEvent(isNew ? 'pick' : 'unpick', { detail: person }));
  }

  /** @param {KeyboardEvent} event */
  _keys(event) {
    const { length } = this.options;
    if (event.key === 'Escape') {
      this.dispatchEvent(new CustomEvent('done'));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this._toggle(this.options[this.active]);
    } else if (length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active = this.active < 0 ? (step > 0 ? 0 : length - 1) : (this.active + step + length) % length;
    }
  }

  render() {
    return html`<div class="picker">
      <input
        type="text"
        role="combobox"
        aria-label="Find colleagues by name or email"
        placeholder="Name or email"
        autocomplete="off"
        spellcheck="false"
        aria-autocomplete="list"
        aria-expanded=${this.options.length > 0}
        aria-controls="candidates"
        aria-activedescendant=${this.options[this.active] ? `candidate-${this.active}` : nothing}
        @input=${this._typed}
        @keydown=${this._keys}
      />
      <ul
        id="candidates"
        class="options"
        role="listbox"
        aria-label="Colleagues"
        aria-multiselectable="true"
        ?hidden=${this.options.length === 0}
      >
        ${repeat(
          this.options,
          ({ id }) => id,
          (person, at) => html`<li
            id="candidate-${at}"
            role="option"
            class=${at === this.active ? 'active' : ''}
            aria-selected=${this.picked.has(person.id)}
            @click=${() => this._toggle(person)}
          >
            ${avatar(person)}<span>${fullName(person)}<small>${person.email}</small></span>
            ${this.picked.has(person.id) ? check : nothing}
          </li>`,
        )}
      </ul>
      <p role="status" class="faint">${this.news}</p>
    </div>`;
  }
}

customElements.define('follower-picker', FollowerPicker);
