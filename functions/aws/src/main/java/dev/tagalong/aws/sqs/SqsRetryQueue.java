package dev.tagalong.aws.sqs;

import dev.tagalong.domain.fanout.RetryQueue;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Sets failed records aside in a standard SQS queue, the cause beside the record. */
public final class SqsRetryQueue implements RetryQueue {
    private final SqsClient client;
    private final String queueUrl;

    public SqsRetryQueue(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    @Override
    public void setAside(String record, String cause) {
        var attribute = MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(cause)
                .build();
        client.sendMessage(request ->
                request.queueUrl(queueUrl).messageBody(record).messageAttributes(Map.of("cause", attribute)));
    }
}
