import { html, nothing } from 'lit';
import { and } from '../shell/format.js';
import { View } from '../shell/view.js';

/**
 * @import { ServerFrame, Viewer } from '../../client/wire.js'
 * @import { Desk } from '../shell/desk.js'
 */

/** Who else has the ticket open. */
export class PresenceLine extends View {
  static properties = { desk: { attribute: false }, uuid: {}, viewers: { state: true } };

  constructor() {
    super();
    /** @type {Desk} */
    this.desk;
    this.uuid = '';
    /** @type {Viewer[]} */
    this.viewers = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.onLeaving(this.desk.socket.on('frame', (frame) => this._heard(frame)));
  }

  /** @param {ServerFrame} frame */
  _heard(frame) {
    if (frame.type === 'presence_update' && frame.data.conversation_uuid === this.uuid) {
      this.viewers = frame.data.viewers.filter(({ user_id: user }) => user !== this.desk.me);
    }
  }

  render() {
    const names = this.viewers.map(({ first_name: name }) => name);
    return html`<p class="presence" role="status">
      ${names.length === 0
        ? nothing
        : html`<span class="dot" aria-hidden="true"></span>${and(names)} ${names.length === 1 ? 'is' : 'are'} viewing this ticket`}
    </p>`;
  }
}

customElements.define('presence-line', PresenceLine);
