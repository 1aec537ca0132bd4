/** The endpoints and operator functions by which a workspace and its people are made, shown and changed. */
@NullMarked
package dev.tagalong.handlers.people;

import org.jspecify.annotations.NullMarked;
