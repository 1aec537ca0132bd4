/** Stands in for the identity provider: issues tokens whose claims the template's own trigger adds. Knows nothing of what a user may do. */
@NullMarked
package dev.tagalong.local.identity;

import org.jspecify.annotations.NullMarked;
