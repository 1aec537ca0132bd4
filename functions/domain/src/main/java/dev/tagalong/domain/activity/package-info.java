/** The append-only log of a conversation, which is the audit trail and the outbox of the fan-out in one. Holds ids, never names or text. */
@NullMarked
package dev.tagalong.domain.activity;

import org.jspecify.annotations.NullMarked;
