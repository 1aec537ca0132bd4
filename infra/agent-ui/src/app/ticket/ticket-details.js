import { html, nothing } from 'lit';
import '../shell/deliberate-choice.js';
import { capital } from '../shell/format.js';
import { fullName, teamName } from '../shell/people.js';
import { View } from '../shell/view.js';
import { PRIORITIES, STATUSES } from '../shell/words.js';

/**
 * @import { OpenedConversation, Priority, Status, Team } from '../../client/wire.js'
 * @import { Desk } from '../shell/desk.js'
 */

/** Status, priority and whose it is; fields for whoever may change them. */
export class TicketDetails extends View {
  static properties = {
    desk: { attribute: false },
    ticket: { attribute: false },
    change: { attribute: false },
    teams: { state: true },
  };

  constructor() {
    super();
    /** @type {Desk} */
    this.desk;
    /** @type {OpenedConversation} */
    this.ticket;
    /**
     * Makes a call, tells what became of it, and ends when the ticket shows that; refused calls too.
     *
     * @type {(call: () => Promise<unknown>) => Promise<void>}
     */
    this.change;
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

  render() {
    return html`<section class="card" aria-labelledby="details">
      <h2 id="details">Details</h2>
      ${this.ticket.mine.may.includes('edit') ? this._fields() : this._words()}
    </section>`;
  }

  _fields() {
    const { api } = this.desk;
    const { uuid, status, priority, assigned_user_id: assignee } = this.ticket;
    return html`<div class="stack">
      ${this._choice('Status', named(STATUSES), status, (word) => api.changeStatus(uuid, /** @type {Status} */ (word)))}
      ${this._choice('Priority', named(PRIORITIES), priority, (word) =>
        api.changePriority(uuid, /** @type {Priority} */ (word)),
      )}
      ${this._choice('Assignee', [{ id: '', name: 'Nobody' }, ...this._assignees()], assignee ?? '', (id) =>
        id ? api.assign(uuid, Number(id)) : api.unassign(uuid),
      )}
      <p class="field">Team<span>${this._team()}</span></p>
    </div>`;
  }

  /** Whoever may become it, and who it is: somebody who is active no longer, or one of very many, is not among them. */
  _assignees() {
    const { people } = this.desk;
    const { assigned_user_id: assignee } = this.ticket;
    const agents = people.agents.map((agent) => ({ id: agent.id, name: fullName(agent) }));
    return !assignee || agents.some(({ id }) => id === assignee)
      ? agents
      : [...agents, { id: assignee, name: people.name(assignee) }];
  }

  /**
   * @param {string} label
   * @param {{ id: string | number, name: string }[]} options
   * @param {string | number} chosen
   * @param {(id: string) => Promise<unknown>} call
   */
  _choice(label, options, chosen, call) {
    return html`<deliberate-choice
      .label=${label}
      .options=${options}
      .chosen=${chosen}
      .choose=${(/** @type {string} */ id) => this.change(() => call(id))}
    ></deliberate-choice>`;
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
      ? html`<button type="button" class="button" @click=${() => this.change(() => api.assign(uuid, me))}>Assign to me</button>`
      : nothing;
  }

  _team() {
    const team = this.ticket.assigned_team_id;
    return team ? teamName(this.teams, team) : 'None';
  }
}

/** @param {readonly string[]} words */
const named = (words) => words.map((word) => ({ id: word, name: capital(word) }));

customElements.define('ticket-details', TicketDetails);
