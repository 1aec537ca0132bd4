/** The endpoints of followers, as HelperIQ has them. */
@NullMarked
package dev.tagalong.handlers.follow;

import org.jspecify.annotations.NullMarked;
