/**
 * What tests of endpoints stand on: an issuer of tokens, requests as the gateway hands them over, and every use case over
 * a store in memory. Must not know any adapter.
 */
@NullMarked
package dev.tagalong.handlers.frontdesk;

import org.jspecify.annotations.NullMarked;
