/** Verifies tokens against the issuer's keys, and API keys. Proves who somebody is, never what they may do. */
@NullMarked
package dev.tagalong.handlers.identity;

import org.jspecify.annotations.NullMarked;
