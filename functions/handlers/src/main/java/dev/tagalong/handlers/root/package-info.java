/** What belongs to no feature: health, and the answer to unknown paths. */
@NullMarked
package dev.tagalong.handlers.root;

import org.jspecify.annotations.NullMarked;
