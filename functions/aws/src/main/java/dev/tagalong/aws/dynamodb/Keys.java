package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.InboxId;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.conversation.Status;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.key.KeyDigest;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.mail.Unsubscribing;
import dev.tagalong.domain.people.AsciiAddress;
import dev.tagalong.domain.people.UserType;
import dev.tagalong.domain.subscription.ThreadKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The one place that spells keys. Every partition begins with its workspace; text that people wrote is hashed. */
final class Keys {
    static final String PK = "PK";
    static final String SK = "SK";
    static final String PARTICIPANT = "PART#";
    static final String FOLLOW = "FOLLOW#";
    static final String THREAD = "THREAD#";
    static final String MESSAGE = "MSG#";
    static final String EVENT = "EVT#";
    static final String VIEWER = "SUB#";
    static final String ADDRESS = "ADDR#";
    static final String MAIL_ID = "MAILID#";
    static final String MAIL_TOKEN = "MTOK#";
    static final String MEMBER = "M#";
    static final String SUBSCRIBER = "U#";
    static final int LIST_SHARDS = 8;

    private Keys() {}

    /** A primary key. */
    record Key(String pk, String sk) {
        Map<String, AttributeValue> attributes() {
            return Map.of(PK, AttributeValue.fromS(pk), SK, AttributeValue.fromS(sk));
        }

        static Key of(Map<String, AttributeValue> item) {
            var read = Item.read(item);
            return new Key(read.text(PK), read.text(SK));
        }
    }

    static Key workspace(WorkspaceId workspace) {
        return new Key(prefix(workspace) + "WORKSPACE", "META");
    }

    static Key counter(WorkspaceId workspace, String name) {
        return new Key(prefix(workspace) + "COUNTER", name);
    }

    static String conversation(WorkspaceId workspace, ConversationId id) {
        return prefix(workspace) + "CONV#" + id;
    }

    static Key meta(WorkspaceId workspace, ConversationId id) {
        return new Key(conversation(workspace, id), "META");
    }

    static Key participant(WorkspaceId workspace, ConversationId id, UserId user) {
        return new Key(conversation(workspace, id), PARTICIPANT + user.value());
    }

    static Key message(WorkspaceId workspace, ConversationId id, EventId message) {
        return new Key(conversation(workspace, id), MESSAGE + message);
    }

    static Key viewer(WorkspaceId workspace, ConversationId id, ConnectionId connection) {
        return new Key(conversation(workspace, id), VIEWER + connection.value());
    }

    /** The address of a participant, with its token. */
    static Key address(WorkspaceId workspace, MembershipKey participant) {
        return new Key(
                conversation(workspace, participant.conversation()),
                ADDRESS + participant.user().value());
    }

    /** Whose an address is. */
    static Key addressee(WorkspaceId workspace, String token) {
        return new Key(prefix(workspace) + "ADDRESS#" + hash(token), "META");
    }

    /** The token of a mail, with its conversation. */
    static Key mailToken(MailKey key, Unsubscribing way) {
        return new Key(
                conversation(key.workspace(), key.conversation()),
                MAIL_TOKEN + key.user().value() + "#" + Item.word(way));
    }

    /** That a mail is a message of that user there. */
    static Key mailId(WorkspaceId workspace, ConversationId id, UserId user, String mailId) {
        return new Key(conversation(workspace, id), MAIL_ID + user.value() + "#" + hash(mailId));
    }

    /** Whose mail a token came with. */
    static Key mailed(WorkspaceId workspace, String secret) {
        return new Key(prefix(workspace) + "MAILED#" + hash(secret), "META");
    }

    static String audit(WorkspaceId workspace, ConversationId id) {
        return prefix(workspace) + "AUDIT#CONV#" + id;
    }

    static Key activity(WorkspaceId workspace, ConversationId id, EventId activity) {
        return new Key(audit(workspace, id), EVENT + activity);
    }

    static String user(WorkspaceId workspace, UserId user) {
        return prefix(workspace) + "USER#" + user.value();
    }

    static Key profile(WorkspaceId workspace, UserId user) {
        return new Key(user(workspace, user), "PROFILE");
    }

    static Key connections(WorkspaceId workspace, UserId user) {
        return new Key(user(workspace, user), "CONNS");
    }

    static Key follow(WorkspaceId workspace, UserId user, ConversationId conversation) {
        return new Key(user(workspace, user), FOLLOW + conversation);
    }

    static Key notification(WorkspaceId workspace, UserId user, EventId event) {
        return new Key(user(workspace, user), "NOTIF#" + event);
    }

    static Key mailWindow(WorkspaceId workspace, UserId user, ConversationId conversation) {
        return new Key(user(workspace, user), "MAIL#" + conversation);
    }

    /** The partition of a team's members. */
    static String members(WorkspaceId workspace, TeamId team) {
        return prefix(workspace) + "TEAM#" + team.value();
    }

    static String teams(WorkspaceId workspace) {
        return prefix(workspace) + "TEAMS";
    }

    /** A team itself, among all of them. */
    static Key team(WorkspaceId workspace, TeamId team) {
        return new Key(teams(workspace), Integer.toString(team.value()));
    }

    static Key member(WorkspaceId workspace, TeamId team, UserId user) {
        return new Key(members(workspace, team), MEMBER + user.value());
    }

    static String inboxes(WorkspaceId workspace) {
        return prefix(workspace) + "INBOXES";
    }

    static Key inbox(WorkspaceId workspace, InboxId inbox) {
        return new Key(inboxes(workspace), Integer.toString(inbox.value()));
    }

    static String departments(WorkspaceId workspace) {
        return prefix(workspace) + "DEPARTMENTS";
    }

    static Key department(WorkspaceId workspace, DepartmentId department) {
        return new Key(departments(workspace), department.toString());
    }

    /** How many subscribers a thread of a department with a customer has. */
    static Key thread(WorkspaceId workspace, ThreadKey thread) {
        return new Key(prefix(workspace) + "DC#" + pair(thread), "META");
    }

    static Key subscriber(WorkspaceId workspace, ThreadKey thread, UserId user) {
        return new Key(prefix(workspace) + "DC#" + pair(thread), SUBSCRIBER + user.value());
    }

    /** The same subscription once more, with its user. */
    static Key subscribed(WorkspaceId workspace, UserId user, ThreadKey thread) {
        return new Key(user(workspace, user), THREAD + pair(thread));
    }

    static Key subscriptionChange(WorkspaceId workspace, ThreadKey thread, EventId change) {
        return new Key(prefix(workspace) + "AUDIT#DC#" + pair(thread), EVENT + change);
    }

    private static String pair(ThreadKey thread) {
        return thread.department() + "#" + thread.customer().value();
    }

    static Key email(WorkspaceId workspace, String email) {
        return name(workspace, "EMAIL", AsciiAddress.folded(email));
    }

    static Key externalUser(WorkspaceId workspace, String externalId) {
        return name(workspace, "EXTERNAL#USER", externalId);
    }

    static Key externalConversation(WorkspaceId workspace, String externalId) {
        return name(workspace, "EXTERNAL#CONV", externalId);
    }

    static Key userUuid(WorkspaceId workspace, String uuid) {
        return new Key(prefix(workspace) + "UUID#USER#" + uuid, "NAME");
    }

    static Key reference(WorkspaceId workspace, int reference) {
        return new Key(prefix(workspace) + "REF#" + reference, "NAME");
    }

    /** A claim; its name is a hash. */
    static Key claim(WorkspaceId workspace, String name) {
        return new Key(prefix(workspace) + "CLAIM#" + name, "META");
    }

    static Key ticket(WorkspaceId workspace, String ticket) {
        return new Key(prefix(workspace) + "TICKET#" + hash(ticket), "META");
    }

    /** An API key, by its digest. */
    static Key apiKey(WorkspaceId workspace, KeyDigest key) {
        return new Key(prefix(workspace) + "KEY#" + key.value(), "META");
    }

    /** All API keys of a user. */
    static Key keyRing(WorkspaceId workspace, UserId user) {
        return new Key(user(workspace, user), "KEYS");
    }

    /** The list of all users of a type. */
    static String roster(WorkspaceId workspace, UserType type) {
        return prefix(workspace) + type.name() + "S";
    }

    /** A user in the list of their type. */
    static Key listed(WorkspaceId workspace, UserType type, UserId user) {
        return new Key(roster(workspace, type), Integer.toString(user.value()));
    }

    /** A key of no workspace under which nothing is ever stored. */
    static Key nothing() {
        return new Key("W##NOTHING", "NOTHING");
    }

    static Key progress(WorkspaceId workspace, EventId event) {
        return new Key(prefix(workspace) + "EVT#" + event, "P");
    }

    static Key verdict(WorkspaceId workspace, EventId event) {
        return new Key(verdicts(workspace, event), "V");
    }

    /** A further part of the verdicts, by the hash of what it holds. */
    static Key verdicts(WorkspaceId workspace, EventId event, String hash) {
        return new Key(verdicts(workspace, event), "V#" + hash);
    }

    /** The partition of what was decided about an event. */
    static String verdicts(WorkspaceId workspace, EventId event) {
        return prefix(workspace) + "EVT#" + event;
    }

    /** One shard of the list of the conversations of a status. */
    static String list(WorkspaceId workspace, Status status, int shard) {
        return prefix(workspace) + "LIST#" + Item.word(status) + "#" + shard;
    }

    static String list(WorkspaceId workspace, Status status, ConversationId id) {
        return list(workspace, status, Math.floorMod(id.value().hashCode(), LIST_SHARDS));
    }

    /** The department whose item this is. */
    static DepartmentId departmentOf(Key key) {
        return new DepartmentId(UUID.fromString(key.sk()));
    }

    /** The conversation whose item this is. */
    static ConversationId conversationOf(Key key) {
        return new ConversationId(UUID.fromString(key.pk().substring(key.pk().lastIndexOf('#') + 1)));
    }

    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static Key name(WorkspaceId workspace, String kind, String text) {
        return new Key(prefix(workspace) + kind + "#" + hash(text), "NAME");
    }

    private static String prefix(WorkspaceId workspace) {
        return "W#" + workspace.value() + "#";
    }
}
