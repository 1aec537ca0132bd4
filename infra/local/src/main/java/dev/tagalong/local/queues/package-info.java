/** SQS by ElasticMQ, and the event source mapping of a queue. Knows nothing of what messages say. */
@NullMarked
package dev.tagalong.local.queues;

import org.jspecify.annotations.NullMarked;
