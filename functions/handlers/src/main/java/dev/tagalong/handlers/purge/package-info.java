/** The functions that take away what hung on deleted conversations, erased users and deleted teams. What there is to take away, and when it is done, is decided elsewhere. */
@NullMarked
package dev.tagalong.handlers.purge;

import org.jspecify.annotations.NullMarked;
