/** Memberships: who follows which conversation, with which access, and every change of that. Knows nothing of notifications. */
@NullMarked
package dev.tagalong.domain.follow;

import org.jspecify.annotations.NullMarked;
