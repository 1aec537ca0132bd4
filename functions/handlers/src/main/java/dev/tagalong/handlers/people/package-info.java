/** The endpoints and operator functions by which a workspace and its people are made, shown and changed. Who may do so is decided elsewhere. */
@NullMarked
package dev.tagalong.handlers.people;

import org.jspecify.annotations.NullMarked;
