/** API keys: made by admins, revoked all at once, and recognised by their digest. Says whom a key speaks for, never what they may do. */
@NullMarked
package dev.tagalong.domain.key;

import org.jspecify.annotations.NullMarked;
