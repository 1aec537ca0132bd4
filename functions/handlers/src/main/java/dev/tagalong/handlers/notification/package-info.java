/** The endpoints of the inbox and of what somebody wants to hear of. */
@NullMarked
package dev.tagalong.handlers.notification;

import org.jspecify.annotations.NullMarked;
