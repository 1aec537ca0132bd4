/** What other helpdesks take from this package. */
export { Api } from './api.js';
export { backoff } from './backoff.js';
export { Emitter } from './emitter.js';
export { FollowerChanges } from './follower-changes.js';
export { Inbox } from './inbox.js';
export { LiveSocket } from './live-socket.js';
export { Problem, unimportant } from './problem.js';
export { Thread } from './thread.js';
