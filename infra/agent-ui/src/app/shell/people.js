/**
 * @import { Api } from '../../client/api.js'
 * @import { Brief, Participant, Team } from '../../client/wire.js'
 */

const MOST_PAGES = 5;

/** Who the numbers are that messages and tickets name. */
export class People {
  constructor() {
    /** By name. @type {Participant[]} */
    this.agents = [];
    /** @type {Map<number, Brief>} */
    this._known = new Map();
  }

  /**
   * Learns the agents of the workspace, the first 500 of them by name.
   *
   * @param {Api} api
   */
  async load(api) {
    for (let page = 1; page <= MOST_PAGES; page++) {
      const { results, total_pages: pages } = await api.agents({ page, page_size: 100 });
      this.agents.push(...results);
      this.learn(...results);
      if (page >= pages) {
        return;
      }
    }
  }

  /**
   * Takes people up who were named somewhere else.
   *
   * @param {...(Brief | null)} people
   */
  learn(...people) {
    people.forEach((person) => person && this._known.set(person.id, person));
  }

  /**
   * Somebody, as far as known.
   *
   * @param {number} id
   * @returns {Brief}
   */
  find(id) {
    return this._known.get(id) ?? { id, first_name: 'User', last_name: String(id) };
  }

  /** @param {number} id */
  name(id) {
    return fullName(this.find(id));
  }
}

/**
 * What a team is called, as far as known.
 *
 * @param {Team[]} teams
 * @param {number} id
 */
export const teamName = (teams, id) => teams.find((team) => team.id === id)?.name ?? `Team ${id}`;

/** @param {Brief} person */
export const fullName = (person) => `${person.first_name} ${person.last_name}`.trim();
