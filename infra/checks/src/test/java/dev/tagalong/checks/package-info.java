/** Checks that look at the whole: architecture, and the template beside the code that it names. Knows no rule of the domain. */
@NullMarked
package dev.tagalong.checks;

import org.jspecify.annotations.NullMarked;
