/** The functions that keep what failed for good, and replay it. Know nothing of why it failed beyond the cause kept with it. */
@NullMarked
package dev.tagalong.handlers.archive;

import org.jspecify.annotations.NullMarked;
