/** SQS by ElasticMQ, and the event source mapping of a queue. */
@NullMarked
package dev.tagalong.local.queues;

import org.jspecify.annotations.NullMarked;
