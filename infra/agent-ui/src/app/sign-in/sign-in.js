import { html, nothing } from 'lit';
import { avatar } from '../shell/avatar.js';
import { fullName } from '../shell/people.js';
import { View } from '../shell/view.js';
import { begin } from './oidc.js';

/** @import { Config, DemoAgent } from '../shell/config.js' */

/** Where somebody says who they are. Tells `signed-in` with their tokens. */
export class SignIn extends View {
  static properties = { config: { attribute: false }, problem: {}, busy: { state: true } };

  constructor() {
    super();
    /** @type {Config} */
    this.config = { apiUrl: '', webSocketUrl: '', signIn: { kind: 'demo', agents: [] } };
    /** Why somebody is here again. */
    this.problem = '';
    this.busy = false;
  }

  render() {
    const { signIn } = this.config;
    return html`<main class="sign-in" id="main">
      <h1><span class="brand-mark" aria-hidden="true"></span>Tagalong</h1>
      <p class="lead">Follow the tickets that matter to you, without owning them.</p>
      ${this.problem ? html`<p class="notice" role="alert">${this.problem}</p>` : nothing}
      ${signIn.kind === 'demo' ? this._demo(signIn.agents) : this._provider(signIn)}
    </main>`;
  }

  /** @param {DemoAgent[]} agents */
  _demo(agents) {
    return html`${agents.length > 0
        ? html`<h2>Sign in as</h2>
            <ul class="people">
              ${agents.map(
                (agent) => html`<li>
                  <button type="button" ?disabled=${this.busy} @click=${() => this._signIn(agent.email)}>
                    ${avatar(agent)}
                    <span><strong>${fullName(agent)}</strong><small>${agent.email}</small></span>
                    <span class="badge">${agent.role}</span>
                  </button>
                </li>`,
              )}
            </ul>`
        : nothing}
      <form class="stack" @submit=${this._submit}>
        <h2>${agents.length > 0 ? 'Or as somebody else' : 'Sign in'}</h2>
        <label>Email<input type="email" name="email" required autocomplete="username" /></label>
        <label>Workspace<input name="workspace" required value="demo" autocomplete="organization" /></label>
        <button type="submit" class="button primary" ?disabled=${this.busy}>Sign in</button>
      </form>`;
  }

  /** @param {{ issuer: string, clientId: string, scope?: string }} provider */
  _provider(provider) {
    return html`<button type="button" class="button primary large" ?disabled=${this.busy} @click=${() => this._leave(provider)}>
      Sign in
    </button>`;
  }

  /** @param {{ issuer: string, clientId: string, scope?: string }} provider */
  async _leave(provider) {
    this.busy = true;
    try {
      await begin(provider);
    } catch {
      this.problem = 'The identity provider cannot be reached. Try again.';
      this.busy = false;
    }
  }

  /** @param {SubmitEvent} event */
  _submit(event) {
    event.preventDefault();
    const fields = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    this._signIn(String(fields.get('email')), String(fields.get('workspace')));
  }

  async _signIn(/** @type {string} */ email, workspace = 'demo') {
    this.busy = true;
    try {
      const response = await fetch(`${this.config.apiUrl}/_local/token`, {
        method: 'POST',
        body: JSON.stringify({ email, workspace }),
      });
      const answer = await response.json();
      if (response.ok) {
        this.dispatchEvent(new CustomEvent('signed-in', { detail: { token: answer.token } }));
      } else {
        this.problem = `Sign-in failed: ${answer.error}.`;
      }
    } catch {
      this.problem = 'Tagalong cannot be reached. Try again.';
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('sign-in', SignIn);
