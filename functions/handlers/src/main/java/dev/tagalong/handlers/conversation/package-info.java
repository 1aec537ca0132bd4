/** The endpoints of conversations. What a change does is decided elsewhere. */
@NullMarked
package dev.tagalong.handlers.conversation;

import org.jspecify.annotations.NullMarked;
