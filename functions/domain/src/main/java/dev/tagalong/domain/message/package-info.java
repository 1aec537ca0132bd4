/** Messages of a conversation: customer messages, replies and private notes. Knows nothing of who is told about them. */
@NullMarked
package dev.tagalong.domain.message;

import org.jspecify.annotations.NullMarked;
