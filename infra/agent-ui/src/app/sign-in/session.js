import { refresh } from './oidc.js';
import { claims } from './token.js';

/** @import { Config } from '../shell/config.js' */

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

  end() {
    sessionStorage.removeItem(KEY);
  }

  /** The number by which the API knows them. */
  get user() {
    return Number(claims(this._tokens.token)['user_id']);
  }

  /** A token that still lasts a while, if one can be had. */
  async token() {
    const { signIn } = this._config;
    const { refreshToken } = this._tokens;
    if (signIn.kind === 'oidc' && refreshToken && this._endsSoon()) {
      this._renewal ??= refresh(signIn, refreshToken).then((tokens) => {
        this._tokens = { refreshToken, ...tokens };
        sessionStorage.setItem(KEY, JSON.stringify(this._tokens));
      });
      await this._renewal.catch(() => {});
      this._renewal = null;
    }
    return this._tokens.token;
  }

  _endsSoon() {
    return Number(claims(this._tokens.token)['exp']) - MARGIN < Date.now() / 1000;
  }
}
