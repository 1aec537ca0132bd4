/** Memberships: who follows which conversation, with which access, and every change of that. Knows of notifications only the settings by which a follow comes of itself. */
@NullMarked
package dev.tagalong.domain.follow;

import org.jspecify.annotations.NullMarked;
