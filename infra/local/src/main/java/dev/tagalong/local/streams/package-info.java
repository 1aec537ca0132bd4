/** The event source mapping of a DynamoDB stream: polling, filters, batches, partial failures, bisecting and the failure destination. Knows nothing of what records mean. */
@NullMarked
package dev.tagalong.local.streams;

import org.jspecify.annotations.NullMarked;
