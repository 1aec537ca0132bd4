/**
 * Faults on purpose, by a seed: what AWS does to an application now and then, for tests and for whoever wants to see how a
 * client of theirs takes it. Knows no function and nothing of what they do; without faults asked for it does nothing.
 */
@NullMarked
package dev.tagalong.local.faults;

import org.jspecify.annotations.NullMarked;
