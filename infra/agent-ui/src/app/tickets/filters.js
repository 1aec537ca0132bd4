/**
 * @import { Filter } from '../../client/wire.js'
 */

/** What one filters by, as it stands in the address. */
export const NAMES = /** @type {const} */ (['status', 'priority', 'channel', 'inbox', 'assignee', 'tags']);

export const PAGE_SIZE = 20;

/** @param {URLSearchParams} query @returns {Filter} */
export function filterOf(query) {
  /** @type {Record<string, unknown>} */
  const filter = { page: pageOf(query), page_size: PAGE_SIZE };
  NAMES.filter((name) => query.get(name)).forEach((name) => (filter[name] = query.get(name)));
  if (query.get('following') === 'true') {
    filter['following'] = true;
  }
  return filter;
}

/** @param {URLSearchParams} query */
export const pageOf = (query) => Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1);

/**
 * Whether anything is left out.
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
