import { html } from 'lit';
import { capital } from '../shell/format.js';
import { fullName } from '../shell/people.js';
import { View } from '../shell/view.js';

/**
 * @import { OpenedConversation, Priority, Status, Team } from '../../client/wire.js'
 * @import { Desk } from '../shell/desk.js'
 */

const STATUSES = ['open', 'pending', 'closed'];
const PRIORITIES = ['low', 'medium', 'high', 'urgent'];

/** Status, priority and whose it is; fields for whoever may change them. Tells `change-ticket` with the call to make. */
export class TicketDetails extends View {
  static properties = { desk: { attribute: false }, ticket: { attribute: false }, teams: { state: true } };

  constructor() {
    super();
    /** @type {Desk} */
    this.desk;
    /** @type {OpenedConversation} */
    this.ticket;
    /** @type {Team[]} */
    this.teams = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.desk.api.teams().then(
      ({ results }) => (this.teams = results),
      () => {},
    );
  }

  /** @param {() => Promise<unknown>} call */
  _change(call) {
    this.dispatchEvent(new CustomEvent('change-ticket', { detail: call }));
  }

  render() {
    return html`<section class="card" aria-labelledby="details">
      <h2 id="details">Details</h2>
      ${this.ticket.mine.may.includes('edit') ? this._fields() : this._words()}
    </section>`;
  }

  _fields() {
    const { api, people } = this.desk;
    const { uuid, status, priority, assigned_user_id: assignee } = this.ticket;
    const agents = people.agents.filter(({ type }) => type === 'agent');
    return html`<div class="stack">
      ${this._select('Status', STATUSES, status, (value) => api.changeStatus(uuid, /** @type {Status} */ (value)))}
      ${this._select('Priority', PRIORITIES, priority, (value) => api.changePriority(uuid, /** @type {Priority} */ (value)))}
      <label class="field"
        >Assignee<select
          @change=${(/** @type {Event} */ event) => {
            const { value } = /** @type {HTMLSelectElement} */ (event.target);
            this._change(() => (value ? api.assign(uuid, Number(value)) : api.unassign(uuid)));
          }}
        >
          <option value="" ?selected=${!assignee}>Nobody</option>
          ${agents.map(
            (agent) => html`<option value=${agent.id} ?selected=${agent.id === assignee}>${fullName(agent)}</option>`,
          )}
        </select></label
      >
      <p class="field">Team<span>${this._team()}</span></p>
    </div>`;
  }

  /** @param {string} label @param {string[]} words @param {string} chosen @param {(value: string) => Promise<unknown>} call */
  _select(label, words, chosen, call) {
    return html`<label class="field"
      >${label}<select
        @change=${(/** @type {Event} */ event) => {
          const { value } = /** @type {HTMLSelectElement} */ (event.target);
          this._change(() => call(value));
        }}
      >
        ${words.map((word) => html`<option value=${word} ?selected=${word === chosen}>${capital(word)}</option>`)}
      </select></label
    >`;
  }

  _words() {
    const { status, priority, assigned_user_id: assignee } = this.ticket;
    return html`<dl>
        <dt>Status</dt>
        <dd><span class="badge status-${status}">${capital(status)}</span></dd>
        <dt>Priority</dt>
        <dd><span class="badge priority-${priority}">${capital(priority)}</span></dd>
        <dt>Assignee</dt>
        <dd>${assignee ? this.desk.people.name(assignee) : 'Nobody'}</dd>
        <dt>Team</dt>
        <dd>${this._team()}</dd>
      </dl>
      ${this._take()}`;
  }

  _take() {
    const { uuid, mine } = this.ticket;
    const { api, me } = this.desk;
    return mine.may.includes('take')
      ? html`<button type="button" class="button" @click=${() => this._change(() => api.assign(uuid, me))}>Assign to me</button>`
      : '';
  }

  _team() {
    const team = this.ticket.assigned_team_id;
    return team ? (this.teams.find(({ id }) => id === team)?.name ?? `Team ${team}`) : 'None';
  }
}

customElements.define('ticket-details', TicketDetails);
