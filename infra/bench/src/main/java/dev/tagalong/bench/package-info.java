/** Measurements on one machine that print their figures and assert nothing about time. */
@NullMarked
package dev.tagalong.bench;

import org.jspecify.annotations.NullMarked;
