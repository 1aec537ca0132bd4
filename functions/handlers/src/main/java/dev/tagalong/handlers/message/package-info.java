/** The endpoints of messages. */
@NullMarked
package dev.tagalong.handlers.message;

import org.jspecify.annotations.NullMarked;
