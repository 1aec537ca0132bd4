import { fullName } from '../shell/people.js';

/** @import { Participant } from '../../client/wire.js' */

const BEFORE_CARET = /(?:^|\s)@([\p{L}\p{M}'.-]*(?: [\p{L}\p{M}'.-]*)?)$/u;
const MOST = 6;

/**
 * What stands between an @ and the caret; null if the caret is in no mention.
 *
 * @param {string} text
 * @param {number} caret
 */
export function mentionAt(text, caret) {
  return BEFORE_CARET.exec(text.slice(0, caret))?.[1] ?? null;
}

/**
 * Whom it may mean, by the beginning of either name.
 *
 * @param {Participant[]} agents
 * @param {string} beginning
 */
export function candidates(agents, beginning) {
  const wanted = beginning.toLocaleLowerCase();
  return agents
    .filter((agent) => agent.type === 'agent')
    .filter(
      (agent) =>
        fullName(agent).toLocaleLowerCase().startsWith(wanted) || agent.last_name.toLocaleLowerCase().startsWith(wanted),
    )
    .slice(0, MOST);
}

/**
 * The text with the mention completed, and where the caret is then.
 *
 * @param {string} text
 * @param {number} caret
 * @param {Participant} agent
 */
export function complete(text, caret, agent) {
  const at = text.lastIndexOf('@', caret - 1);
  const before = `${text.slice(0, at)}@${fullName(agent)} `;
  return { text: before + text.slice(caret), caret: before.length };
}

/**
 * Who is mentioned in a text: at each @ whoever has the longest name that stands there. Of several with the same name those who
 * were chosen, if any was.
 *
 * @param {Participant[]} agents
 * @param {string} text
 * @param {Set<number>} chosen
 */
export function mentioned(agents, text, chosen) {
  const found = [...text.matchAll(/@/g)].flatMap(({ index }) => {
    const rest = text.slice(index + 1);
    const named = agents.filter((agent) => agent.type === 'agent' && begins(rest, fullName(agent)));
    const longest = Math.max(...named.map((agent) => fullName(agent).length));
    const meant = named.filter((agent) => fullName(agent).length === longest).map(({ id }) => id);
    return meant.some((id) => chosen.has(id)) ? meant.filter((id) => chosen.has(id)) : meant;
  });
  return [...new Set(found)];
}

/** Whether a name stands there, and not the beginning of another word. @param {string} text @param {string} name */
const begins = (text, name) => text.startsWith(name) && !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(name.length));
