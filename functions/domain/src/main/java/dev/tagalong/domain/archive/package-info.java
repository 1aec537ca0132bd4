/** What failed for good, kept until somebody replays it. Knows nothing of buckets or queues. */
@NullMarked
package dev.tagalong.domain.archive;

import org.jspecify.annotations.NullMarked;
