package dev.tagalong.aws.sqs;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.purge.PurgeJob;
import dev.tagalong.domain.purge.PurgeQueue;
import java.time.Duration;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Jobs of purging in a standard SQS queue. */
public final class SqsPurgeQueue implements PurgeQueue {
    private static final String SEPARATOR = "/";
    private static final String AGAIN = "again";
    private static final String FIRST = "first";

    private final SqsClient client;
    private final String queueUrl;

    public SqsPurgeQueue(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    @Override
    public void schedule(PurgeJob job, Duration delay) {
        client.sendMessage(request ->
                request.queueUrl(queueUrl).messageBody(write(job)).delaySeconds(Math.toIntExact(delay.toSeconds())));
    }

    private static String write(PurgeJob job) {
        var after = job.after();
        return String.join(
                SEPARATOR,
                job.workspace().value(),
                job.conversation().toString(),
                job.again() ? AGAIN : FIRST,
                after == null ? "" : after.toString());
    }

    /** Reads the body of a message that this queue carried; throws IllegalArgumentException if it is none. */
    public static PurgeJob read(String body) {
        var parts = body.split(SEPARATOR, -1);
        if (parts.length != 4 || !(parts[2].equals(AGAIN) || parts[2].equals(FIRST))) {
            throw new IllegalArgumentException("a job names workspace, conversation, round and where to go on");
        }
        return new PurgeJob(
                new WorkspaceId(parts[0]),
                new ConversationId(UUID.fromString(parts[1])),
                parts[3].isEmpty() ? null : EventId.parse(parts[3]),
                parts[2].equals(AGAIN));
    }
}
