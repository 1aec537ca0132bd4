/** Makes the files that a browser loads from the sources of the agent UI, with nothing but a JDK. Knows nothing of what they do. */
@NullMarked
package dev.tagalong.ui.bundle;

import org.jspecify.annotations.NullMarked;
