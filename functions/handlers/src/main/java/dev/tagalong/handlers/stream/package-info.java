/** The functions that carry activities from the table's stream to everybody who shall hear of them. */
@NullMarked
package dev.tagalong.handlers.stream;

import org.jspecify.annotations.NullMarked;
