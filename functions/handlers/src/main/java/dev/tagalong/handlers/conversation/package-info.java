/** The endpoints of conversations. */
@NullMarked
package dev.tagalong.handlers.conversation;

import org.jspecify.annotations.NullMarked;
