import { claims } from './token.js';

/**
 * Sign-in by the authorization code flow with PKCE (OpenID Connect Core 1.0, RFC 7636), from the provider's own description.
 *
 * @typedef {{ issuer: string, clientId: string, scope?: string }} Provider
 *
 * @typedef {{ authorization_endpoint: string, token_endpoint: string, issuer: string }} Description
 */

const KEY = 'tagalong.sign-in';
/** How long the provider may take for an answer, in milliseconds. */
const PATIENCE = 20_000;

/** The provider gives no token, however often it is asked. */
export class Refused extends Error {}

/**
 * Leaves for the provider.
 *
 * @param {Provider} provider
 */
export async function begin(provider) {
  const description = await describe(provider);
  const attempt = { state: random(), nonce: random(), verifier: random(), address: location.hash };
  sessionStorage.setItem(KEY, JSON.stringify(attempt));
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: provider.clientId,
    redirect_uri: redirectUri(),
    scope: provider.scope ?? 'openid email',
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await challenge(attempt.verifier),
    code_challenge_method: 'S256',
  });
  location.assign(`${description.authorization_endpoint}?${query}`);
}

/** Whether the provider has sent somebody back here. */
export const isReturning = () => /[?&](code|error)=/.test(location.search);

/**
 * Takes up what the provider sent; rejects if it is not the answer to our question, of which it says nothing then.
 *
 * @param {Provider} provider
 */
export async function complete(provider) {
  const answer = new URLSearchParams(location.search);
  const attempt = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
  const isOurs = attempt.state && answer.get('state') === attempt.state;
  history.replaceState(null, '', redirectUri() + (isOurs ? attempt.address : location.hash));
  if (!isOurs) {
    throw new Error('This sign-in was not begun here. Try again.');
  }
  sessionStorage.removeItem(KEY);
  if (answer.has('error')) {
    throw new Error(answer.get('error_description') ?? 'The identity provider refused the sign-in.');
  }
  const tokens = await ask(provider, {
    grant_type: 'authorization_code',
    code: answer.get('code') ?? '',
    redirect_uri: redirectUri(),
    code_verifier: attempt.verifier,
  });
  const identity = claims(tokens.id_token ?? '');
  if (identity['nonce'] !== attempt.nonce || identity['iss'] !== provider.issuer) {
    throw new Error('The identity provider answered somebody else. Try again.');
  }
  return kept(tokens);
}

/**
 * Another token for the one that ends; rejects with Refused if there will be none.
 *
 * @param {Provider} provider
 * @param {string} refreshToken
 */
export async function refresh(provider, refreshToken) {
  return kept(await ask(provider, { grant_type: 'refresh_token', refresh_token: refreshToken }));
}

/** @param {Provider} provider @returns {Promise<Description>} */
async function describe({ issuer }) {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
  const description = await response.json();
  if (description.issuer !== issuer) {
    throw new Error('The identity provider describes another one than itself.');
  }
  return description;
}

/** @param {Provider} provider @param {Record<string, string>} grant */
async function ask(provider, grant) {
  const { token_endpoint: endpoint } = await describe(provider);
  const body = new URLSearchParams({ client_id: provider.clientId, ...grant });
  const response = await fetch(endpoint, { method: 'POST', body, signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) {
    const isPassing = response.status === 429 || response.status >= 500;
    throw new (isPassing ? Error : Refused)('The identity provider gave no token. Try again.');
  }
  return response.json();
}

/** @param {{ access_token: string, refresh_token?: string }} tokens */
const kept = ({ access_token: token, refresh_token: refreshToken }) => ({
  token,
  ...(refreshToken ? { refreshToken } : {}),
});

const redirectUri = () => location.origin + location.pathname;

const random = () => base64Url(crypto.getRandomValues(new Uint8Array(32)));

/** @param {string} verifier */
async function challenge(verifier) {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

/** @param {Uint8Array} bytes */
const base64Url = (bytes) =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
