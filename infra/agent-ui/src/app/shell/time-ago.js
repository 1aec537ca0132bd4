import { html } from 'lit';
import { ago, fullTime } from './format.js';
import { View } from './view.js';

const REFRESHED_EVERY = 30_000;

/** How long ago something was, which goes on while somebody looks, and is not read out each time where news are. */
export class TimeAgo extends View {
  static properties = { time: {} };

  constructor() {
    super();
    this.time = '';
  }

  connectedCallback() {
    super.connectedCallback();
    const timer = setInterval(() => this.requestUpdate(), REFRESHED_EVERY);
    this.onLeaving(() => clearInterval(timer));
  }

  render() {
    return html`<time datetime=${this.time} title=${fullTime(this.time)} aria-live="off">${ago(this.time)}</time>`;
  }
}

customElements.define('time-ago', TimeAgo);
