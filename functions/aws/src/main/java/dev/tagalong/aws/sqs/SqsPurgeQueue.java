package dev.tagalong.aws.sqs;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
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
    private static final String CONVERSATION = "conversation:";
    private static final String USER = "user:";
    private static final String TEAM = "team:";

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
                write(job.subject()),
                job.again() ? AGAIN : FIRST,
                after == null ? "" : after.toString());
    }

    private static String write(PurgeJob.Subject subject) {
        return switch (subject) {
            case PurgeJob.OfConversation thread -> CONVERSATION + thread.id();
            case PurgeJob.OfUser user -> USER + user.id().value();
            case PurgeJob.OfTeam team -> TEAM + team.id().value();
        };
    }

    /** Reads the body of a message that this queue carried; throws IllegalArgumentException if it is none. */
    public static PurgeJob read(String body) {
        var parts = body.split(SEPARATOR, -1);
        if (parts.length != 4 || !(parts[2].equals(AGAIN) || parts[2].equals(FIRST))) {
            throw new IllegalArgumentException("a job names workspace, what was deleted, round and where to go on");
        }
        return new PurgeJob(
                new WorkspaceId(parts[0]),
                subject(parts[1]),
                parts[3].isEmpty() ? null : EventId.parse(parts[3]),
                parts[2].equals(AGAIN));
    }

    private static PurgeJob.Subject subject(String text) {
        if (text.startsWith(CONVERSATION)) {
            var uuid = UUID.fromString(text.substring(CONVERSATION.length()));
            return new PurgeJob.OfConversation(new ConversationId(uuid));
        }
        if (text.startsWith(USER)) {
            return new PurgeJob.OfUser(new UserId(Integer.parseInt(text.substring(USER.length()))));
        }
        if (text.startsWith(TEAM)) {
            return new PurgeJob.OfTeam(new TeamId(Integer.parseInt(text.substring(TEAM.length()))));
        }
        throw new IllegalArgumentException("a job is of a conversation, a user or a team");
    }
}
