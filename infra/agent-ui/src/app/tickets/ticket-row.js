import { html } from 'lit';
import { avatar } from '../shell/avatar.js';
import { capital, plural } from '../shell/format.js';
import { eye } from '../shell/icons.js';
import { fullName, teamName } from '../shell/people.js';
import { ticketAddress } from '../shell/router.js';
import '../shell/time-ago.js';

/**
 * @import { Conversation, Team } from '../../client/wire.js'
 * @import { People } from '../shell/people.js'
 */

/**
 * One ticket in a list.
 *
 * @param {Conversation} ticket
 * @param {People} people
 * @param {Team[]} teams
 */
export const ticketRow = (ticket, people, teams) => html`<li class="ticket-row">
  <span class="ticket-main">
    <a href=${ticketAddress(ticket.uuid)}><span class="reference">#${ticket.reference_number}</span> ${ticket.subject}</a>
    <span class="ticket-about">
      ${fullName(ticket.customer)} · ${capital(ticket.channel)}
      ${ticket.tags.map((tag) => html`<span class="tag">${tag}</span>`)}
    </span>
  </span>
  <span class="ticket-badges">
    <span class="badge status-${ticket.status}">${capital(ticket.status)}</span>
    <span class="badge priority-${ticket.priority}">${capital(ticket.priority)}</span>
  </span>
  <span class="ticket-assignee">${assignee(ticket, people, teams)}</span>
  <span class="ticket-followers" title=${plural(ticket.participant_count, 'follower')}>
    ${eye}<span aria-hidden="true">${ticket.participant_count}</span>
    <span class="hidden">${plural(ticket.participant_count, 'follower')}</span>
  </span>
  <time-ago .time=${ticket.updated_at}></time-ago>
</li>`;

/** @param {Conversation} ticket @param {People} people @param {Team[]} teams */
function assignee(ticket, people, teams) {
  if (ticket.assigned_user_id) {
    const person = people.find(ticket.assigned_user_id);
    return html`${avatar(person)}<span>${fullName(person)}</span>`;
  }
  const team = ticket.assigned_team_id;
  return team ? html`<span>${teamName(teams, team)}</span>` : html`<span class="faint">Unassigned</span>`;
}
