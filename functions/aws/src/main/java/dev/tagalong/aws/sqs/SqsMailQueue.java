package dev.tagalong.aws.sqs;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.mail.MailQueue;
import java.time.Duration;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Calls for mail through a standard SQS queue, whose messages may wait up to 15 minutes each. */
public final class SqsMailQueue implements MailQueue {
    private static final String SEPARATOR = "/";
    private static final int MOST_SECONDS = 900;

    private final SqsClient client;
    private final String queueUrl;

    public SqsMailQueue(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    @Override
    public void schedule(MailKey key, Duration delay) {
        long seconds = Math.clamp(Math.ceilDiv(delay.toMillis(), 1000L), 0, MOST_SECONDS);
        client.sendMessage(
                request -> request.queueUrl(queueUrl).messageBody(write(key)).delaySeconds(Math.toIntExact(seconds)));
    }

    private static String write(MailKey key) {
        return String.join(
                SEPARATOR,
                key.workspace().value(),
                Integer.toString(key.user().value()),
                key.conversation().toString());
    }

    /** Reads the body of a message that this queue carried; throws IllegalArgumentException if it is none. */
    public static MailKey read(String body) {
        var parts = body.split(SEPARATOR, -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a call for mail names workspace, user and conversation");
        }
        return new MailKey(
                new WorkspaceId(parts[0]),
                new UserId(Integer.parseInt(parts[1])),
                new ConversationId(UUID.fromString(parts[2])));
    }
}
