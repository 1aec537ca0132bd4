/** The functions that take away what hung on deleted conversations, erased users and deleted teams. */
@NullMarked
package dev.tagalong.handlers.purge;

import org.jspecify.annotations.NullMarked;
