/** What belongs to no feature: health, and the answer to unknown paths. Knows no feature. */
@NullMarked
package dev.tagalong.handlers.root;

import org.jspecify.annotations.NullMarked;
