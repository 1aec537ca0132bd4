/** The functions that keep what failed for good, and replay it. */
@NullMarked
package dev.tagalong.handlers.archive;

import org.jspecify.annotations.NullMarked;
