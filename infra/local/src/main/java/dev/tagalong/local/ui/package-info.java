/** Serves the bundled agent UI as a distribution in front of a bucket would, and tells it how to sign in on this machine. Knows nothing of what its files do. */
@NullMarked
package dev.tagalong.local.ui;

import org.jspecify.annotations.NullMarked;
