package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Write;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** All that one transaction does to one conversation's META item, since a transaction may name an item only once. */
final class MetaUpdate {
    private final Expressions expressions = new Expressions().exists();
    private int limit = Integer.MAX_VALUE;
    private @Nullable Instant touched;

    void update(Write.UpdateConversation write) {
        Conversation after = write.after();
        expressions
                .set("subject", AttributeValue.fromS(after.state().subject()))
                .set(ConversationItem.STATUS, word(after.state().status()))
                .set(ConversationItem.PRIORITY, word(after.state().priority()))
                .set(ConversationItem.TAGS, tags(after))
                .set(ConversationItem.ASSIGNEE, assignee(after.assignment()))
                .set(ConversationItem.TEAM, team(after.assignment()))
                .set("version", number(after.version()))
                .equal("version", number(write.before().version()));
        touch(after.lastActivityAt());
    }

    void touch(Instant at) {
        touched = touched == null || at.isAfter(touched) ? at : touched;
    }

    void count(Write.CountParticipant write) {
        expressions
                .add("participants", write.delta())
                .equal(ConversationItem.ASSIGNEE, assignee(write.expected()))
                .equal(ConversationItem.TEAM, team(write.expected()));
        if (write.delta() > 0) {
            limit = write.limit();
            expressions.less("participants", limit);
        }
    }

    Step step(String table, WorkspaceId workspace, ConversationId conversation) {
        if (touched != null) {
            expressions.set(ConversationItem.ACTIVE_AT, number(touched.toEpochMilli()));
        }
        return Step.update(table, Keys.meta(workspace, conversation), expressions, this::refused);
    }

    private Commit refused(Map<String, AttributeValue> stored) {
        var participants = Item.read(stored).numberOrNull("participants");
        return participants != null && participants >= limit ? new Commit.LimitReached(limit) : new Commit.Stale();
    }

    private static AttributeValue word(Enum<?> constant) {
        return AttributeValue.fromS(Item.word(constant));
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private static @Nullable AttributeValue tags(Conversation conversation) {
        var tags = conversation.state().tags();
        return tags.isEmpty()
                ? null
                : AttributeValue.fromL(tags.stream().map(AttributeValue::fromS).toList());
    }

    private static @Nullable AttributeValue assignee(Assignment assignment) {
        var user = assignment.user();
        return user == null ? null : number(user.value());
    }

    private static @Nullable AttributeValue team(Assignment assignment) {
        var team = assignment.team();
        return team == null ? null : number(team.value());
    }
}
