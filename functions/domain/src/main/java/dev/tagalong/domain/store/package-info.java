/** The ports through which the domain reads and writes: one consistent batched read, one transactional commit and the queries. Says the need, never the means. */
@NullMarked
package dev.tagalong.domain.store;

import org.jspecify.annotations.NullMarked;
