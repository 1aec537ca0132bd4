import { Problem } from '../../client/problem.js';
import { refresh, Refused } from './oidc.js';
import { claims } from './token.js';

/**
 * @import { Config } from '../shell/config.js'
 * @import { Provider } from './oidc.js'
 */

/** @typedef {{ token: string, refreshToken?: string }} Tokens */

const KEY = 'tagalong.session';
/** How long before its end a token is replaced, in seconds. */
const MARGIN = 60;

/** Somebody who is signed in, for as long as the tab is open. */
export class Session {
  /** @param {Config} config @param {Tokens} tokens */
  constructor(config, tokens) {
    this._config = config;
    this._tokens = tokens;
    /** @type {Promise<void> | null} */
    this._renewal = null;
    this._hasEnded = false;
  }

  /**
   * The one kept in this tab.
   *
   * @param {Config} config
   * @returns {Session | null}
   */
  static kept(config) {
    const kept = sessionStorage.getItem(KEY);
    return kept ? new Session(config, JSON.parse(kept)) : null;
  }

  /** @param {Config} config @param {Tokens} tokens */
  static begin(config, tokens) {
    sessionStorage.setItem(KEY, JSON.stringify(tokens));
    return new Session(config, tokens);
  }

  /** Forgets it, also what is on its way. */
  end() {
    this._hasEnded = true;
    sessionStorage.removeItem(KEY);
  }

  /** The number by which the API knows them. */
  get user() {
    return Number(claims(this._tokens.token)['user_id']);
  }

  /** Who it is in all workspaces. */
  get owner() {
    return `${claims(this._tokens.token)['workspace']}/${this.user}`;
  }

  /**
   * A token that still lasts a while, if one can be had. Rejects with a Problem while the provider cannot be asked: a token
   * that is over would sign somebody out who can go on a little later.
   */
  async token() {
    const { signIn } = this._config;
    const { refreshToken } = this._tokens;
    if (signIn.kind === 'oidc' && refreshToken && this._endsWithin(MARGIN)) {
      this._renewal ??= this._renew(signIn, refreshToken).finally(() => (this._renewal = null));
      await this._renewal.catch((failed) => this._notRenewed(failed));
    }
    return this._tokens.token;
  }

  /** @param {Provider} provider @param {string} refreshToken */
  async _renew(provider, refreshToken) {
    const tokens = await refresh(provider, refreshToken);
    if (!this._hasEnded) {
      this._tokens = { refreshToken, ...tokens };
      sessionStorage.setItem(KEY, JSON.stringify(this._tokens));
    }
  }

  /** @param {unknown} failed */
  _notRenewed(failed) {
    if (!(failed instanceof Refused) && this._endsWithin(0)) {
      throw new Problem(0, 'GeneralError', 'Tagalong cannot be reached.');
    }
  }

  /** @param {number} seconds */
  _endsWithin(seconds) {
    return Number(claims(this._tokens.token)['exp']) - seconds < Date.now() / 1000;
  }
}
