package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.conversation.Status;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Write;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** All that one transaction does to one conversation's META item, since a transaction may name an item only once. */
final class MetaUpdate {
    private static final String PARTICIPANTS = "participants";

    private final Expressions expressions =
            new Expressions().equal("entity", AttributeValue.fromS(ConversationItem.HERE));
    private @Nullable Long version;
    private @Nullable Assignment expected;
    private int limit = Integer.MAX_VALUE;
    private int joining;
    private int messages;
    private int notes;
    private @Nullable Instant touched;
    private @Nullable Status status;

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
        version = write.before().version();
        status = after.state().status();
        touch(after.lastActivityAt());
    }

    private void touch(Instant at) {
        touched = touched == null || at.isAfter(touched) ? at : touched;
    }

    /** Counts it, so that nobody has to read a thread to know how long it is. */
    void add(Message message) {
        messages++;
        if (message.type() == MessageType.NOTE) {
            notes++;
        }
        touch(message.createdAt());
    }

    void count(Write.CountParticipant write) {
        if (expected == null) {
            expected = write.expected();
            expressions
                    .equal(ConversationItem.ASSIGNEE, assignee(expected))
                    .equal(ConversationItem.TEAM, team(expected));
        } else if (!expected.equals(write.expected())) {
            throw new IllegalArgumentException("one transaction expects one assignment");
        }
        joining += write.delta();
        limit = Math.min(limit, write.limit());
    }

    Step step(String table, WorkspaceId workspace, ConversationId conversation) {
        if (touched != null) {
            expressions.set(ConversationItem.ACTIVE_AT, number(touched.toEpochMilli()));
        }
        if (status != null) {
            expressions.set(ConversationItem.LIST, AttributeValue.fromS(Keys.list(workspace, status, conversation)));
        }
        add(PARTICIPANTS, joining);
        add(ConversationItem.MESSAGES, messages);
        add(ConversationItem.NOTES, notes);
        if (joining > 0) {
            expressions.less(PARTICIPANTS, limit - joining + 1L);
        }
        var key = Keys.meta(workspace, conversation);
        return expressions.update().isEmpty()
                ? Step.expect(table, key, expressions)
                : Step.update(table, key, expressions, this::refused);
    }

    private void add(String name, int delta) {
        if (delta != 0) {
            expressions.add(name, delta);
        }
    }

    /** The limit stands against it only if nothing else does: whoever is stale shall read again before being refused. */
    private Commit refused(Map<String, AttributeValue> stored) {
        var item = Item.read(stored);
        boolean read = ConversationItem.isHere(stored)
                && (version == null || version == item.number("version"))
                && (expected == null || expected.equals(ConversationItem.assignment(item)));
        boolean full = joining > 0 && read && item.number(PARTICIPANTS) + joining > limit;
        return full ? new Commit.LimitReached(limit) : new Commit.Stale();
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
