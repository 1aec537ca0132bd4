import { html, nothing } from 'lit';
import { and } from '../shell/format.js';
import { View } from '../shell/view.js';

/**
 * @import { ServerFrame } from '../../client/wire.js'
 * @import { Desk } from '../shell/desk.js'
 */

/** Who says nothing for so long is no longer writing, whatever was said last. */
const PATIENCE = 8_000;

/** Who else is writing. */
export class TypingLine extends View {
  static properties = { desk: { attribute: false }, uuid: {} };

  constructor() {
    super();
    /** @type {Desk} */
    this.desk;
    this.uuid = '';
    /** @type {Map<number, { name: string, timer: ReturnType<typeof setTimeout> }>} */
    this._writers = new Map();
  }

  connectedCallback() {
    super.connectedCallback();
    this.onLeaving(this.desk.socket.on('frame', (frame) => this._heard(frame)));
  }

  /** @param {ServerFrame} frame */
  _heard(frame) {
    if (frame.type === 'typing' && frame.data.conversation_uuid === this.uuid) {
      const { user_id: user, first_name: name, is_typing: isTyping } = frame.data;
      this._ended(user);
      if (isTyping && user !== this.desk.me) {
        this._writers.set(user, { name, timer: setTimeout(() => this._ended(user), PATIENCE) });
      }
    } else if (frame.type === 'new_message') {
      this._ended(frame.data.sender_id);
    }
  }

  /** @param {number} user */
  _ended(user) {
    clearTimeout(this._writers.get(user)?.timer);
    this._writers.delete(user);
    this.requestUpdate();
  }

  render() {
    const names = [...this._writers.values()].map(({ name }) => name);
    return html`<p class="typing" role="status">
      ${names.length === 0 ? nothing : html`${and(names)} ${names.length === 1 ? 'is' : 'are'} writing…`}
    </p>`;
  }
}

customElements.define('typing-line', TypingLine);
