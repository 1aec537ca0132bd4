/**
 * The ports of the store kept in memory, with the same conditions and the same atomic transactions as the table, and
 * with faults on demand. For tests; must not know any adapter.
 */
@NullMarked
package dev.tagalong.domain.memory;

import org.jspecify.annotations.NullMarked;
