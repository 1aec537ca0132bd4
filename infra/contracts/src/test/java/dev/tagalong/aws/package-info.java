/** What holds of mail and queues in a container, and how a container is reached. */
@NullMarked
package dev.tagalong.aws;

import org.jspecify.annotations.NullMarked;
