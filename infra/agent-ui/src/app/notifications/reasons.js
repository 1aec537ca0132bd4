/** @import { Reason } from '../../client/wire.js' */

/** Why somebody was told. @type {Record<Reason, string>} */
export const REASONS = {
  mention: 'You were mentioned',
  assigned: 'Assigned to you',
  added: 'You were added',
  follower: 'You follow it',
  subscription: 'You follow this customer',
};
