/** Puts calls for later into SQS queues. Knows nothing of what they cause. */
@NullMarked
package dev.tagalong.aws.sqs;

import org.jspecify.annotations.NullMarked;
