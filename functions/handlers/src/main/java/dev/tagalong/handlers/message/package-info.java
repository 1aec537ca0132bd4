/** The endpoints of messages. Who is told of a message is decided elsewhere. */
@NullMarked
package dev.tagalong.handlers.message;

import org.jspecify.annotations.NullMarked;
