/** The agent UI as people use it, in a real Chromium against the running stack, and the JavaScript client under a clock that stands still. */
@NullMarked
package dev.tagalong.checks.browser;

import org.jspecify.annotations.NullMarked;
