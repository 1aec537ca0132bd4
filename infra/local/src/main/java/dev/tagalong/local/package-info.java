/** The one-machine runner: starts everything that template.yaml names, in the order in which it needs each other. Knows no handler class. */
@NullMarked
package dev.tagalong.local;

import org.jspecify.annotations.NullMarked;
