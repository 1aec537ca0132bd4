/** The functions that carry activities from the table's stream to everybody who shall hear of them. Decide nothing: a plan names who hears of what. */
@NullMarked
package dev.tagalong.handlers.stream;

import org.jspecify.annotations.NullMarked;
