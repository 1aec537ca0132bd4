package dev.tagalong.handlers.wiring;

import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import dev.tagalong.aws.dynamodb.ActivityItem;
import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityLog;
import dev.tagalong.domain.fanout.RetryQueue;
import dev.tagalong.handlers.stream.Outbox;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The outbox as the table's stream delivers it. What is set aside is the activity's name, which is read again. */
final class StreamOutbox implements Outbox {
    private static final int LONGEST_CAUSE = 500;

    private final ActivityLog log;
    private final RetryQueue retries;

    StreamOutbox(ActivityLog log, RetryQueue retries) {
        this.log = log;
        this.retries = retries;
    }

    @Override
    public Activity read(Map<String, AttributeValue> image) {
        return ActivityItem.read(StreamValues.convert(image));
    }

    @Override
    public void setAside(Activity activity, String cause) {
        var name = String.join(
                "/",
                activity.workspace().value(),
                activity.conversation().toString(),
                activity.id().toString());
        keep(name, cause);
    }

    @Override
    public void setAside(Map<String, AttributeValue> key, String cause) {
        keep(ActivityItem.name(StreamValues.convert(key)), cause);
    }

    private void keep(String record, String cause) {
        retries.setAside(record, cause.length() <= LONGEST_CAUSE ? cause : cause.substring(0, LONGEST_CAUSE));
    }

    @Override
    public Optional<Activity> find(String record) {
        var parts = record.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException(
                    "a record that was set aside names workspace, conversation and activity");
        }
        return log.find(
                new WorkspaceId(parts[0]), new ConversationId(UUID.fromString(parts[1])), EventId.parse(parts[2]));
    }
}
