/**
 * Drives the whole stack on one machine from outside, over real HTTP, real WebSockets and the mail it sends. Knows the wire
 * and nothing behind it; every test makes its own people and tickets.
 */
@NullMarked
package dev.tagalong.checks.endtoend;

import org.jspecify.annotations.NullMarked;
