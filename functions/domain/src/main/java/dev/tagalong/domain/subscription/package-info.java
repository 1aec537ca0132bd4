/**
 * Thread subscriptions: who wants to hear of what in every conversation of one department with one customer. They notify and
 * grant nothing; whether somebody may see a conversation is decided when the fan-out runs.
 */
@NullMarked
package dev.tagalong.domain.subscription;

import org.jspecify.annotations.NullMarked;
