/** Who may do what: callers, scopes, the reach somebody has into a conversation and the one policy that decides, which is pure. Only the
 * admission of a socket reads and writes. Knows nothing of HTTP or tokens. */
@NullMarked
package dev.tagalong.domain.access;

import org.jspecify.annotations.NullMarked;
