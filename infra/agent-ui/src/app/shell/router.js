/**
 * @typedef {{ page: 'tickets', query: URLSearchParams }
 *   | { page: 'ticket', uuid: string }
 *   | { page: 'inbox' }
 *   | { page: 'settings' }} Route
 */

/** Without dots, by which a link could lead the calls of a ticket's page to another path of the API. */
const ID = /^[\w-]+$/;

/**
 * Where the address leads; to the tickets if nowhere else.
 *
 * @param {string} hash
 * @returns {Route}
 */
export function route(hash) {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
  const [, page, uuid = ''] = path.split('/');
  if (page === 'tickets' && ID.test(uuid)) return { page: 'ticket', uuid };
  if (page === 'inbox') return { page: 'inbox' };
  if (page === 'settings') return { page: 'settings' };
  return { page: 'tickets', query: new URLSearchParams(query) };
}

/**
 * Whether one leads to another page than the other, and not to the same with another filter.
 *
 * @param {Route} one
 * @param {Route} other
 */
export const isElsewhere = (one, other) =>
  one.page !== other.page || (one.page === 'ticket' && other.page === 'ticket' && one.uuid !== other.uuid);

/** @param {string} uuid */
export const ticketAddress = (uuid) => `#/tickets/${uuid}`;
