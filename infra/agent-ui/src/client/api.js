import { backoff } from './backoff.js';
import { Problem } from './problem.js';

/** @import * as wire from './wire.js' */

/**
 * @typedef {object} Options
 * @property {string} url where the API is, without a slash at the end; empty for the page's own origin
 * @property {() => string | Promise<string>} token of whoever calls; rejects with a Problem while there is none to be had
 * @property {() => void} [onUnauthenticated] called when the token is taken no longer
 *
 * @typedef {Record<string, unknown>} Query
 */

const ATTEMPTS = 2;
/** API Gateway gives up after 30 seconds, so nothing comes after these milliseconds. */
const PATIENCE = 40_000;

/**
 * The REST API. Every call rejects with a Problem. What changes something carries a key, so that it can be repeated after an
 * answer was lost and still take effect once.
 */
export class Api {
  /** @param {Options} options */
  constructor({ url, token, onUnauthenticated = () => {} }) {
    this._url = url;
    this._token = token;
    this._onUnauthenticated = onUnauthenticated;
  }

  /** @param {wire.Filter} filter @returns {Promise<wire.Page<wire.Conversation>>} */
  conversations(filter) {
    return this.get('/conversations', { ...filter });
  }

  /** @param {string} uuid @returns {Promise<wire.OpenedConversation>} */
  conversation(uuid) {
    return this.get(`/conversations/${uuid}`);
  }

  /** @param {string} uuid @param {wire.Status} status @returns {Promise<wire.Conversation>} */
  changeStatus(uuid, status) {
    return this.put(`/conversations/${uuid}/status`, { status });
  }

  /** @param {string} uuid @param {wire.Priority} priority @returns {Promise<wire.Conversation>} */
  changePriority(uuid, priority) {
    return this.put(`/conversations/${uuid}/priority`, { priority });
  }

  /** @param {string} uuid @param {number} user @returns {Promise<wire.Conversation>} */
  assign(uuid, user) {
    return this.put(`/conversations/${uuid}/assignee/user`, { assignee_id: user });
  }

  /** @param {string} uuid @returns {Promise<wire.Conversation>} */
  unassign(uuid) {
    return this.put(`/conversations/${uuid}/assignee/user/remove`, {});
  }

  /**
   * @param {string} uuid
   * @param {string | null} until
   * @returns {Promise<{ muted_until: string | null }>}
   */
  mute(uuid, until) {
    return this.put(`/conversations/${uuid}/mute`, { until });
  }

  /**
   * Page 1 holds the newest, oldest first.
   *
   * @param {string} uuid
   * @param {number} page
   * @param {number} [size] of the pages; of few messages, each is shown longer
   * @returns {Promise<wire.Page<wire.Message>>}
   */
  messages(uuid, page, size) {
    return this.get(`/conversations/${uuid}/messages`, { page_size: size, page });
  }

  /**
   * @param {string} uuid
   * @param {{ message: string, private: boolean, mentions?: number[] }} message
   * @param {string} [key] by which it is known that the same was sent before
   * @returns {Promise<wire.Message>}
   */
  post(uuid, message, key) {
    return this.send('POST', `/conversations/${uuid}/messages`, message, key);
  }

  /** @param {string} uuid @param {number} page @returns {Promise<wire.Page<wire.Activity>>} */
  activities(uuid, page) {
    return this.get(`/conversations/${uuid}/activities`, { page });
  }

  /** @param {string} uuid @returns {Promise<wire.Participant[]>} */
  participants(uuid) {
    return this.get(`/conversations/${uuid}/participants`);
  }

  /** @param {string} uuid @returns {Promise<{ participants: wire.Participant[] }>} */
  follow(uuid) {
    return this.send('POST', `/conversations/${uuid}/follow`);
  }

  /** @param {string} uuid @returns {Promise<{ participants: wire.Participant[] }>} */
  unfollow(uuid) {
    return this.send('DELETE', `/conversations/${uuid}/follow`);
  }

  /**
   * @param {string} uuid
   * @param {number[]} users
   * @param {'add' | 'remove'} action
   * @returns {Promise<{ results: wire.BulkResult[] }>}
   */
  changeFollowers(uuid, users, action) {
    return this.send('POST', '/followers/bulk', { conversations: [uuid], users, action });
  }

  /**
   * @param {{ search?: string, conversation?: string, page?: number, page_size?: number }} query
   * @returns {Promise<wire.Page<wire.Participant>>}
   */
  agents(query) {
    return this.get('/agents/compact', query);
  }

  /** @returns {Promise<wire.Page<wire.Team>>} */
  teams() {
    return this.get('/teams', { page_size: 100 });
  }

  /** @returns {Promise<wire.Page<wire.Named>>} */
  inboxes() {
    return this.get('/inboxes', { page_size: 100 });
  }

  /**
   * @param {{ limit?: number, after?: string, unread?: boolean }} query
   * @returns {Promise<{ results: wire.Notification[], total: number }>}
   */
  notifications(query) {
    return this.get('/notifications', query);
  }

  /** @returns {Promise<wire.Counts>} */
  notificationCounts() {
    return this.get('/notifications/stats');
  }

  /** @param {string} id @returns {Promise<wire.Notification>} */
  readNotification(id) {
    return this.put(`/notifications/${id}/read`, {});
  }

  /** @returns {Promise<unknown>} */
  readAllNotifications() {
    return this.put('/notifications/read-all', {});
  }

  /** @param {string} id @returns {Promise<unknown>} */
  deleteNotification(id) {
    return this.send('DELETE', `/notifications/${id}`);
  }

  /** @returns {Promise<wire.NotificationSettings>} */
  notificationSettings() {
    return this.get('/agents/me/notification-settings');
  }

  /**
   * @param {wire.SettingsChange} change
   * @returns {Promise<wire.NotificationSettings>}
   */
  changeNotificationSettings(change) {
    return this.put('/agents/me/notification-settings', change);
  }

  /** A ticket by which one socket may be opened within 30 seconds. @returns {Promise<string>} */
  async socketTicket() {
    return (await this.send('POST', '/ws-tickets', undefined, '')).ticket;
  }

  /** @param {string} path @param {Query} [query] @returns {Promise<any>} */
  get(path, query = {}) {
    const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '' && String(value) !== '');
    const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
    return this.send('GET', search ? `${path}?${search}` : path, undefined, '');
  }

  /** @param {string} path @param {object} body @returns {Promise<any>} */
  put(path, body) {
    return this.send('PUT', path, body);
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   * @param {string} [key] by which a repetition is known; empty for what may be done twice
   * @returns {Promise<any>} the data of the answer
   */
  async send(method, path, body, key = crypto.randomUUID()) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this._once(method, path, body, key);
      } catch (failed) {
        if (attempt === ATTEMPTS || !(failed instanceof Problem) || !failed.isPassing) {
          throw failed;
        }
        await new Promise((resolve) => setTimeout(resolve, backoff(attempt - 1)));
      }
    }
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {object | undefined} body
   * @param {string} key
   */
  async _once(method, path, body, key) {
    /** @type {Record<string, string>} */
    const headers = { authorization: `Bearer ${await this._token()}` };
    if (body) {
      headers['content-type'] = 'application/json';
    }
    if (key) {
      headers['idempotency-key'] = key;
    }
    const signal = AbortSignal.timeout(PATIENCE);
    const request = { method, headers, body: body && JSON.stringify(body), signal };
    const response = await fetch(`${this._url}/api/v1${path}`, request).catch(unanswered);
    if (response.ok) {
      return (await response.json().catch(unanswered)).data;
    }
    if (response.status === 401) {
      this._onUnauthenticated();
    }
    throw await Problem.of(response);
  }
}

/** Nothing came, or it broke off. @returns {never} */
function unanswered() {
  throw new Problem(0, 'GeneralError', 'Tagalong cannot be reached.');
}
