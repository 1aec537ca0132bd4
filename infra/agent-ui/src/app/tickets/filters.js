/**
 * @import { Filter } from '../../client/wire.js'
 */

/** What one filters by, as it stands in the address. */
export const NAMES = /** @type {const} */ (['status', 'priority', 'channel', 'inbox', 'assignee', 'tags']);

export const PAGE_SIZE = 20;

/** What stands in the address for every status; without any it is what is not closed. */
export const ANY_STATUS = 'any';

const NOT_CLOSED = 'open,pending';

/** @param {URLSearchParams} query @returns {Filter} */
export function filterOf(query) {
  /** @type {Record<string, unknown>} */
  const filter = { page: pageOf(query), page_size: PAGE_SIZE };
  NAMES.filter((name) => query.get(name)).forEach((name) => (filter[name] = query.get(name)));
  filter['status'] ??= NOT_CLOSED;
  if (filter['status'] === ANY_STATUS) {
    delete filter['status'];
  }
  if (query.get('following') === 'true') {
    filter['following'] = true;
  }
  return filter;
}

/** @param {URLSearchParams} query */
export const pageOf = (query) => Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1);

/**
 * Whether something else is asked for than at first.
 *
 * @param {URLSearchParams} query
 */
export const isFiltered = (query) => [...NAMES, 'following'].some((name) => query.get(name));

/**
 * The address of the same list with something else; from its first page, unless a page is named.
 *
 * @param {URLSearchParams} query
 * @param {Record<string, string>} changes
 */
export function addressWith(query, changes) {
  const next = new URLSearchParams(query);
  next.delete('page');
  for (const [name, value] of Object.entries(changes)) {
    if (value) {
      next.set(name, value);
    } else {
      next.delete(name);
    }
  }
  const text = next.toString();
  return text ? `#/tickets?${text}` : '#/tickets';
}
