/**
 * What makes a call that is sent twice take effect once: the claim that its transaction carries, and the course of one call,
 * which may be run anew after a crash without doing anything again. Keeps an answer as it was given,
 * and knows nothing of how one is made.
 */
@NullMarked
package dev.tagalong.domain.once;

import org.jspecify.annotations.NullMarked;
