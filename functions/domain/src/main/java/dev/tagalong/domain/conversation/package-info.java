/** Conversations: what they are, how they change and how they are listed. Knows nothing of HTTP, tables or sockets. */
@NullMarked
package dev.tagalong.domain.conversation;

import org.jspecify.annotations.NullMarked;
