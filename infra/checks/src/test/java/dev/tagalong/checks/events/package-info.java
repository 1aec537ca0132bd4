/**
 * The sample events under events/: how they are captured from the runner, and that AWS's serialization and AWS's runtime
 * client take them as the runner does. Knows no handler class.
 */
@NullMarked
package dev.tagalong.checks.events;

import org.jspecify.annotations.NullMarked;
