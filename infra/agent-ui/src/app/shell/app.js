import { html, nothing } from 'lit';
import { Problem } from '../../client/problem.js';
import '../notifications/inbox-page.js';
import '../notifications/toast-list.js';
import '../settings/settings-page.js';
import { complete, isReturning } from '../sign-in/oidc.js';
import { Session } from '../sign-in/session.js';
import '../sign-in/sign-in.js';
import '../ticket/ticket-page.js';
import '../tickets/tickets-page.js';
import { loadConfig } from './config.js';
import { Desk } from './desk.js';
import { isElsewhere, route } from './router.js';
import { failure, loading } from './states.js';
import './top-bar.js';
import { View } from './view.js';

/**
 * @import { Tokens } from '../sign-in/session.js'
 * @import { Config } from './config.js'
 */

const TITLES = { tickets: 'Tickets', ticket: 'Ticket', inbox: 'Notifications', settings: 'Settings' };

/** The whole page: who is signed in, and which part they look at. */
export class App extends View {
  static properties = {
    config: { state: true },
    desk: { state: true },
    ready: { state: true },
    failed: { state: true },
    route: { state: true },
    subject: { state: true },
  };

  constructor() {
    super();
    /** @type {Config | null} */
    this.config = null;
    /** @type {Desk | null} */
    this.desk = null;
    this.ready = false;
    /** @type {unknown} */
    this.failed = null;
    this.problem = '';
    this.route = route(location.hash);
    /** What the ticket that is shown is about. */
    this.subject = '';
  }

  connectedCallback() {
    super.connectedCallback();
    const navigate = () => this._navigate();
    addEventListener('hashchange', navigate);
    this.onLeaving(() => removeEventListener('hashchange', navigate), () => this.desk?.close());
    this._start();
  }

  async _start() {
    this.failed = null;
    try {
      const config = await loadConfig();
      const session = await this._session(config);
      this.config = config;
      this.route = route(location.hash);
      if (session) {
        await this._open(config, session);
      }
    } catch (failed) {
      this._failed(failed);
    }
  }

  /**
   * Whoever is signed out meanwhile signs in again; that is all there is to it.
   *
   * @param {unknown} failed
   */
  _failed(failed) {
    this.failed = failed instanceof Problem && failed.status === 401 ? null : failed;
  }

  /** @param {Config} config */
  async _session(config) {
    if (config.signIn.kind !== 'oidc' || !isReturning()) {
      return Session.kept(config);
    }
    try {
      return Session.begin(config, await complete(config.signIn));
    } catch (refused) {
      this.problem = refused instanceof Error ? refused.message : '';
      return Session.kept(config);
    }
  }

  /** @param {Config} config @param {Session} session */
  async _open(config, session) {
    this.problem = '';
    this.ready = false;
    const desk = new Desk(config, session, () => this.desk === desk && this._signOut('Your session has ended. Sign in again.'));
    this.desk = desk;
    desk.inbox.on('changed', () => this.requestUpdate());
    await desk.open();
    this.ready = true;
  }

  /** @param {CustomEvent<Tokens>} event */
  async _signedIn(event) {
    const config = /** @type {Config} */ (this.config);
    try {
      await this._open(config, Session.begin(config, event.detail));
    } catch (failed) {
      this._failed(failed);
    }
  }

  _leave() {
    this.desk?.drafts.clear();
    this._signOut();
  }

  _signOut(problem = '') {
    if (this.desk) {
      this.desk.session.end();
      this.desk.close();
      this.desk = null;
      this.failed = null;
      this.problem = problem;
    }
  }

  async _navigate() {
    const before = this.route;
    this.route = route(location.hash);
    if (isElsewhere(this.route, before)) {
      this.subject = '';
      await this.updateComplete;
      document.getElementById('main')?.focus();
      scrollTo(0, 0);
    }
  }

  updated() {
    const unread = this.desk?.inbox.unread ? `(${this.desk.inbox.unread}) ` : '';
    const title = this.subject || TITLES[this.route.page];
    document.title = this.desk ? `${unread}${title} · Tagalong` : 'Sign in · Tagalong';
  }

  render() {
    if (this.failed) return this._alone(failure(this.failed, () => this._start()));
    if (!this.config) return this._alone(loading('Tagalong'));
    if (!this.desk) {
      return html`<sign-in .config=${this.config} .problem=${this.problem} @signed-in=${this._signedIn}></sign-in>`;
    }
    if (!this.ready) return this._alone(loading('your tickets'));
    return html`<a class="skip" href="#main" @click=${this._skip}>Skip to the content</a>
      <top-bar .desk=${this.desk} .page=${this.route.page} @sign-out=${this._leave}></top-bar>
      <main id="main" tabindex="-1">${this._page(this.desk)}</main>
      <toast-list .desk=${this.desk}></toast-list>`;
  }

  /**
   * A state without a page around it.
   *
   * @param {unknown} state
   */
  _alone(state) {
    return html`<main id="main"><h1 class="hidden">Tagalong</h1>${state}</main>`;
  }

  /** @param {Event} event */
  _skip(event) {
    event.preventDefault();
    document.getElementById('main')?.focus();
  }

  /** @param {Desk} desk */
  _page(desk) {
    switch (this.route.page) {
      case 'tickets':
        return html`<tickets-page .desk=${desk} .query=${this.route.query}></tickets-page>`;
      case 'ticket':
        return html`<ticket-page
          .desk=${desk}
          .uuid=${this.route.uuid}
          @shown=${(/** @type {CustomEvent<string>} */ event) => (this.subject = event.detail)}
        ></ticket-page>`;
      case 'inbox':
        return html`<inbox-page .desk=${desk}></inbox-page>`;
      case 'settings':
        return html`<settings-page .desk=${desk}></settings-page>`;
      default:
        return nothing;
    }
  }
}

customElements.define('tagalong-app', App);
