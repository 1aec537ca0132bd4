import { Api } from '../../client/api.js';
import { Emitter } from '../../client/emitter.js';
import { Inbox } from '../../client/inbox.js';
import { LiveSocket } from '../../client/live-socket.js';
import { Problem } from '../../client/problem.js';
import { Drafts } from '../ticket/drafts.js';
import { People } from './people.js';

/**
 * @import { Session } from '../sign-in/session.js'
 * @import { Draft } from '../ticket/drafts.js'
 * @import { Config } from './config.js'
 */

/** Everything that the pages of somebody who is signed in work with. */
export class Desk {
  /** @param {Config} config @param {Session} session @param {() => void} onSignedOut */
  constructor(config, session, onSignedOut) {
    this.session = session;
    this.me = session.user;
    this.api = new Api({
      url: config.apiUrl,
      token: () => session.token(),
      onUnauthenticated: onSignedOut,
    });
    this.socket = new LiveSocket({ url: config.webSocketUrl, ticket: () => this.api.socketTicket() });
    this.inbox = new Inbox(this.api, this.socket);
    this.people = new People();
    this.drafts = new Drafts(session.owner);
    /** Tells of what was not sent once its page is shown no longer. @type {Emitter<{ failed: Draft }>} */
    this.unsent = new Emitter();
    this._wake = () => {
      if (document.visibilityState === 'visible') {
        this._comeBack();
      }
    };
  }

  /** What is not to be seen at once comes over no socket, so that an open one is no sign that nothing was missed. */
  _comeBack() {
    if (this.socket.state === 'open') {
      this.inbox.catchUp();
    } else {
      this.socket.open();
    }
  }

  /** Begins to listen; rejects with a Problem if nothing can be had. */
  async open() {
    await this.people.load(this.api);
    this.socket.open();
    addEventListener('online', this._wake);
    document.addEventListener('visibilitychange', this._wake);
  }

  /**
   * Whether the pages try by themselves what failed: what may pass, while the socket is open. Otherwise they do so once it is.
   *
   * @param {unknown} failed
   */
  triesAgain(failed) {
    return failed instanceof Problem && failed.isPassing && this.socket.state === 'open';
  }

  close() {
    this.socket.close();
    removeEventListener('online', this._wake);
    document.removeEventListener('visibilitychange', this._wake);
  }
}
