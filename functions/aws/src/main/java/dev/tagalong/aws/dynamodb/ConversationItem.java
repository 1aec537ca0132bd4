package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.InboxId;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.Channel;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.conversation.Listing;
import dev.tagalong.domain.conversation.MessageCount;
import dev.tagalong.domain.conversation.Origin;
import dev.tagalong.domain.conversation.Priority;
import dev.tagalong.domain.conversation.Source;
import dev.tagalong.domain.conversation.State;
import dev.tagalong.domain.conversation.Status;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A conversation's META item. The attributes that the list index projects have names of one or two letters. */
final class ConversationItem {
    /** The entity of a conversation that is there. */
    static final String HERE = "conversation";

    /** The entity of what a deleted conversation leaves: nothing but its uuid, which must not be given again. */
    static final String GONE = "deleted";

    static final String VERSION = "version";
    /** How many messages there are, notes among them. */
    static final String MESSAGES = "messages";

    static final String NOTES = "notes";

    static final String STATUS = "status";
    static final String PRIORITY = "pr";
    static final String CHANNEL = "ch";
    static final String TAGS = "tg";
    static final String ASSIGNEE = "au";
    static final String TEAM = "at";
    static final String CUSTOMER = "cu";
    static final String INBOX = "in";
    static final String DEPARTMENT = "de";
    static final String LIST = "LPK";
    static final String ACTIVE_AT = "LSK";

    private ConversationItem() {}

    static Map<String, AttributeValue> write(WorkspaceId workspace, Conversation conversation) {
        var origin = conversation.origin();
        var item = Item.of(Keys.meta(workspace, conversation.id()), HERE)
                .put("reference", conversation.reference())
                .put("externalId", conversation.externalId())
                .put(CHANNEL, origin.channel())
                .put("source", origin.source())
                .put(CUSTOMER, origin.customer().value())
                .put(INBOX, origin.inbox() == null ? null : origin.inbox().value())
                .put(
                        DEPARTMENT,
                        origin.department() == null ? null : origin.department().toString())
                .put("createdAt", conversation.createdAt())
                .put("participants", conversation.participantCount())
                .put(MESSAGES, conversation.messages().all())
                .put(NOTES, conversation.messages().notes())
                .put(VERSION, conversation.version())
                .put(LIST, Keys.list(workspace, conversation.state().status(), conversation.id()))
                .put(ACTIVE_AT, conversation.lastActivityAt());
        return changing(item, conversation.state(), conversation.assignment()).attributes();
    }

    /** What agents change about a conversation. */
    static Item changing(Item item, State state, Assignment assignment) {
        return assignment(item, assignment)
                .put("subject", state.subject())
                .put(STATUS, state.status())
                .put(PRIORITY, state.priority())
                .putAll(TAGS, state.tags());
    }

    static State state(Item item) {
        return new State(
                item.text("subject"),
                item.constant(STATUS, Status.class),
                item.constant(PRIORITY, Priority.class),
                new TreeSet<>(item.texts(TAGS)));
    }

    static Map<String, AttributeValue> deleted(WorkspaceId workspace, ConversationId id) {
        return Item.of(Keys.meta(workspace, id), GONE).attributes();
    }

    static boolean isHere(Map<String, AttributeValue> attributes) {
        return HERE.equals(Item.read(attributes).textOrNull("entity"));
    }

    private static Item assignment(Item item, Assignment assignment) {
        var user = assignment.user();
        var team = assignment.team();
        return item.put(ASSIGNEE, user == null ? null : user.value()).put(TEAM, team == null ? null : team.value());
    }

    static Conversation read(Map<String, AttributeValue> attributes) {
        var item = Item.read(attributes);
        var origin = new Origin(
                new UserId(item.count(CUSTOMER)),
                item.constant(CHANNEL, Channel.class),
                item.constant("source", Source.class),
                inbox(item),
                department(item));
        return new Conversation(
                id(attributes),
                item.count("reference"),
                item.textOrNull("externalId"),
                state(item),
                assignment(item),
                origin,
                item.instant("createdAt"),
                Instant.ofEpochMilli(item.number(ACTIVE_AT)),
                item.count("participants"),
                new MessageCount(item.count(MESSAGES), item.count(NOTES)),
                item.number(VERSION));
    }

    /** Reads what the list index projects; the status is the one whose list it stands in. */
    static Listing listing(Map<String, AttributeValue> attributes, Status status) {
        var item = Item.read(attributes);
        return new Listing(
                id(attributes),
                status,
                item.constant(PRIORITY, Priority.class),
                item.constant(CHANNEL, Channel.class),
                assignment(item),
                new UserId(item.count(CUSTOMER)),
                inbox(item),
                department(item),
                new HashSet<>(item.texts(TAGS)),
                Instant.ofEpochMilli(item.number(ACTIVE_AT)));
    }

    static ConversationId id(Map<String, AttributeValue> attributes) {
        return Keys.conversationOf(Keys.Key.of(attributes));
    }

    static Assignment assignment(Item item) {
        var user = item.numberOrNull(ASSIGNEE);
        var team = item.numberOrNull(TEAM);
        return new Assignment(
                user == null ? null : new UserId(user.intValue()), team == null ? null : new TeamId(team.intValue()));
    }

    private static @Nullable InboxId inbox(Item item) {
        var inbox = item.numberOrNull(INBOX);
        return inbox == null ? null : new InboxId(inbox.intValue());
    }

    private static @Nullable DepartmentId department(Item item) {
        var department = item.textOrNull(DEPARTMENT);
        return department == null ? null : new DepartmentId(UUID.fromString(department));
    }
}
