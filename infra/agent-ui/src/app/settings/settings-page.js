import { html } from 'lit';
import { choice, tick } from '../shell/fields.js';
import { plural } from '../shell/format.js';
import { failure, loading, reason } from '../shell/states.js';
import { View } from '../shell/view.js';

/**
 * @import { Kind, NotificationSettings, SettingsChange } from '../../client/wire.js'
 * @import { Desk } from '../shell/desk.js'
 */

/** @type {[Kind, string, string][]} */
const KINDS = [
  ['added', 'Added', 'Somebody makes you a follower'],
  ['reply', 'Reply', 'A reply on a ticket you follow'],
  ['note', 'Note', 'An internal note on a ticket you follow'],
  ['mention', 'Mention', 'Somebody mentions you'],
  ['assigned', 'Assigned', 'A ticket becomes yours'],
  ['update', 'Update', 'Status or assignment, where you follow the customer'],
];
/** @type {['toast' | 'email', string][]} */
const CHANNELS = [
  ['toast', 'On screen'],
  ['email', 'Mail'],
];
/** @type {['mention' | 'reply' | 'assign', string][]} */
const AUTO_FOLLOWS = [
  ['mention', 'somebody mentions you'],
  ['reply', 'you reply to the customer'],
  ['assign', 'it was assigned to you, once it no longer is'],
];
const WINDOWS = [0, 60, 300, 600, 900];

/** What somebody wants to hear, and how. Every change is kept at once. */
export class SettingsPage extends View {
  static properties = {
    desk: { attribute: false },
    settings: { state: true },
    failed: { state: true },
    news: { state: true },
  };

  constructor() {
    super();
    /** @type {Desk} */
    this.desk;
    /** As somebody wants them. @type {NotificationSettings | null} */
    this.settings = null;
    /** As they are kept. @type {NotificationSettings | null} */
    this._kept = null;
    this._before = Promise.resolve();
    this._changes = 0;
    /** @type {unknown} */
    this.failed = null;
    this.news = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this._load();
  }

  async _load() {
    this.failed = null;
    try {
      this.settings = this._kept = await this.desk.api.notificationSettings();
    } catch (failed) {
      this.failed = failed;
    }
  }

  /**
   * Shows a change at once and keeps it after those before. It names nothing but what was changed, so that it takes back none
   * of them.
   *
   * @param {NotificationSettings} settings
   * @param {SettingsChange} change
   */
  _save(settings, change) {
    this.settings = merged(settings, change);
    this.news = '';
    this._changes++;
    this._before = this._before.then(() => this._keep(change));
  }

  /** @param {SettingsChange} change */
  async _keep(change) {
    try {
      this._kept = await this.desk.api.changeNotificationSettings(change);
      this.news = 'Saved.';
    } catch (failed) {
      this.news = `Not saved: ${reason(failed)}`;
    }
    this._changes--;
    if (this._changes === 0) {
      this.settings = this._kept;
    }
  }

  render() {
    return html`<div class="page narrow">
      <div class="page-head">
        <h1>Settings</h1>
        <p role="status" class="news">${this.news}</p>
      </div>
      ${this._content()}
    </div>`;
  }

  _content() {
    if (this.failed) return failure(this.failed, () => this._load());
    if (!this.settings) return loading('your settings');
    return html`${this._kinds(this.settings)} ${this._window(this.settings)} ${this._autoFollows(this.settings)}`;
  }

  /** @param {NotificationSettings} settings */
  _kinds(settings) {
    return html`<section class="card" aria-labelledby="kinds">
      <h2 id="kinds">What you hear of</h2>
      <p class="faint">Your list of notifications has all of it, whatever you choose here.</p>
      <table class="choices">
        <thead>
          <tr>
            <th scope="col">Kind</th>
            ${CHANNELS.map(([, name]) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${KINDS.map(
            ([kind, name, text]) => html`<tr>
              <th scope="row">${name}<small>${text}</small></th>
              ${CHANNELS.map(
                ([channel, label]) => html`<td>
                  ${tick(
                    html`<span class="hidden">${name}: ${label}</span>`,
                    settings[kind][channel],
                    (checked) => this._save(settings, { [kind]: { [channel]: checked } }),
                  )}
                </td>`,
              )}
            </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }

  /** @param {NotificationSettings} settings */
  _window(settings) {
    const chosen = settings.quiet_window_seconds;
    const choices = [...new Set([...WINDOWS, ...(chosen === null ? [] : [chosen])])].sort((one, other) => one - other);
    return html`<section class="card" aria-labelledby="window">
      <h2 id="window">Quiet window</h2>
      <p class="faint">Mail waits this long, so that what happens meanwhile comes in one. What you read first is not sent.</p>
      ${choice(
        'Mail waits',
        [{ id: '', name: 'as long as the workspace says' }, ...choices.map((id) => ({ id, name: duration(id) }))],
        chosen ?? '',
        (id) => this._save(settings, { quiet_window_seconds: id === '' ? null : Number(id) }),
      )}
    </section>`;
  }

  /** @param {NotificationSettings} settings */
  _autoFollows(settings) {
    return html`<section class="card" aria-labelledby="auto">
      <h2 id="auto">Follow by itself</h2>
      <p class="faint">You begin to follow a ticket when</p>
      ${AUTO_FOLLOWS.map(([cause, text]) =>
        tick(text, settings.auto_follow[cause], (checked) =>
          this._save(settings, { auto_follow: { [cause]: checked } }),
        ),
      )}
    </section>`;
  }
}

/**
 * @param {NotificationSettings} settings
 * @param {SettingsChange} change
 * @returns {NotificationSettings}
 */
function merged(settings, change) {
  /** @type {Record<string, any>} */
  const all = { ...settings };
  for (const [name, part] of Object.entries(change)) {
    all[name] = part instanceof Object ? { ...all[name], ...part } : part;
  }
  return /** @type {NotificationSettings} */ (all);
}

/** @param {number} seconds */
function duration(seconds) {
  if (seconds === 0) return 'not at all';
  return seconds % 60 === 0 ? plural(seconds / 60, 'minute') : plural(seconds, 'second');
}

customElements.define('settings-page', SettingsPage);
