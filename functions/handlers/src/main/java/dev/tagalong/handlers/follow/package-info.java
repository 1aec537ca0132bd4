/** The endpoints of followers, as HelperIQ has them. Translate wire and calls; who may follow is decided elsewhere. */
@NullMarked
package dev.tagalong.handlers.follow;

import org.jspecify.annotations.NullMarked;
