/** Users, teams and the workspace they belong to, and their administration. Knows nothing of conversations. */
@NullMarked
package dev.tagalong.domain.people;

import org.jspecify.annotations.NullMarked;
