/** The functions that take away what hung on a deleted conversation. */
@NullMarked
package dev.tagalong.handlers.purge;

import org.jspecify.annotations.NullMarked;
