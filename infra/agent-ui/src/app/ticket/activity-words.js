import { fullName } from '../shell/people.js';

/** @import { Activity, Brief } from '../../client/wire.js' */

/** @param {Brief | null} person */
const named = (person) => (person ? fullName(person) : 'Somebody who was erased');

/** @param {Activity} activity */
const to = ({ details }) => details['to'] ?? '';

/** @type {Record<string, (activity: Activity) => string>} */
const WORDS = {
  conversation_created: ({ actor }) => `${named(actor)} opened the ticket`,
  followed: ({ actor }) => `${named(actor)} began to follow`,
  unfollowed: ({ actor }) => `${named(actor)} stopped following`,
  follower_added: ({ actor, target }) => `${named(actor)} added ${named(target)}`,
  follower_removed: ({ actor, target }) => `${named(actor)} removed ${named(target)}`,
  follow_parked: ({ target }) => `${named(target)} follows no longer while assigned`,
  follow_restored: ({ target }) => `${named(target)} follows again`,
  membership_changed: ({ actor, target }) => `${named(actor)} changed what ${named(target)} may do or hears`,
  status_changed: (activity) => `${named(activity.actor)} changed the status to ${to(activity)}`,
  priority_changed: (activity) => `${named(activity.actor)} changed the priority to ${to(activity)}`,
  tags_changed: ({ actor }) => `${named(actor)} changed the tags`,
  subject_changed: ({ actor }) => `${named(actor)} changed the subject`,
  assigned: ({ actor, target }) => `${named(actor)} assigned it to ${named(target)}`,
  unassigned: ({ actor }) => `${named(actor)} unassigned it`,
  team_assigned: ({ actor }) => `${named(actor)} assigned it to a team`,
  team_unassigned: ({ actor }) => `${named(actor)} took it from its team`,
  message_posted: ({ actor }) => `${named(actor)} wrote`,
};

/**
 * What happened, as a sentence.
 *
 * @param {Activity} activity
 */
export const sentence = (activity) =>
  WORDS[activity.type]?.(activity) ?? `${named(activity.actor)}: ${activity.type.replaceAll('_', ' ')}`;
