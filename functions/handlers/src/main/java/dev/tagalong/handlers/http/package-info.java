/** The HTTP edge that every endpoint extends: authentication, size, decoding, error shapes, and the one place where exceptions end. Knows no feature. */
@NullMarked
package dev.tagalong.handlers.http;

import org.jspecify.annotations.NullMarked;
