/** Who may do what: callers, scopes, the reach somebody has into a conversation and the one policy that decides. Pure: reads nothing and knows no store. */
@NullMarked
package dev.tagalong.domain.access;

import org.jspecify.annotations.NullMarked;
