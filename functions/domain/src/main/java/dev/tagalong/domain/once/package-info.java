/**
 * What makes a call that is sent twice take effect once: the claim that its transaction carries, and the course of one call,
 * which may be run anew after a crash without doing anything again. Knows nothing of HTTP.
 */
@NullMarked
package dev.tagalong.domain.once;

import org.jspecify.annotations.NullMarked;
