/** The endpoints of the inbox and of what somebody wants to hear of. Who is told of what is decided elsewhere. */
@NullMarked
package dev.tagalong.handlers.notification;

import org.jspecify.annotations.NullMarked;
