/** The words of the API that one chooses from. */
export const STATUSES = /** @type {const} */ (['open', 'pending', 'closed']);
export const PRIORITIES = /** @type {const} */ (['low', 'medium', 'high', 'urgent']);
export const CHANNELS = /** @type {const} */ (['email', 'chat', 'phone', 'whatsapp']);
