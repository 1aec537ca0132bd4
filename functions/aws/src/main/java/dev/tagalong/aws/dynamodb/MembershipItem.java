package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.follow.Ending;
import dev.tagalong.domain.follow.FollowAccess;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.follow.Notify;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A membership, which stands twice with the same attributes: with its conversation and with its user. */
final class MembershipItem {
    /** The activity that last changed it, on which every write is conditional. */
    static final String LAST = "lastActivity";

    private MembershipItem() {}

    /** The entity of a membership, in its place with the conversation. */
    static final String HERE = "participant";

    /** The entity of what a deleted membership leaves there for a day. */
    static final String GONE = "departed";

    private static final String END = "end";

    private static final Duration MEMORY = Duration.ofDays(1);

    /**
     * What a deleted membership leaves: the activity that ended it. Whoever read that there was none before it was made and
     * ended again is thereby stale, and cannot write an older activity after a newer one.
     */
    static Map<String, AttributeValue> departed(WorkspaceId workspace, MembershipKey key, EventId ended) {
        return Item.of(Keys.participant(workspace, key.conversation(), key.user()), GONE)
                .put(LAST, ended.toString())
                .put("ttl", ended.time().plus(MEMORY).getEpochSecond())
                .attributes();
    }

    static boolean isHere(Map<String, AttributeValue> attributes) {
        return Item.read(attributes).text("entity").equals(HERE);
    }

    static Map<String, AttributeValue> withConversation(WorkspaceId workspace, Membership membership) {
        var key = membership.key();
        return write(Item.of(Keys.participant(workspace, key.conversation(), key.user()), HERE), membership);
    }

    static Map<String, AttributeValue> withUser(WorkspaceId workspace, Membership membership) {
        var key = membership.key();
        return write(Item.of(Keys.follow(workspace, key.user(), key.conversation()), "follow"), membership);
    }

    private static Map<String, AttributeValue> write(Item item, Membership membership) {
        var end = membership.end();
        if (end != null) {
            item.put(END, ending(end));
        }
        return item.put("ttl", lastSecond(membership))
                .put("conversation", membership.key().conversation().toString())
                .put("user", membership.key().user().value())
                .put("follows", membership.follows())
                .put("parked", membership.parked())
                .put("access", membership.access())
                .put("notices", membership.notices())
                .put("addedBy", membership.addedBy().value())
                .put("since", membership.since())
                .put("mutedUntil", membership.mutedUntil())
                .put(LAST, membership.lastActivity().toString())
                .attributes();
    }

    private static Map<String, AttributeValue> ending(Ending end) {
        var item = Item.read(new HashMap<>())
                .put("by", end.by().toString())
                .put("lastActivityAt", end.lastActivityAt())
                .put("participants", end.participantCount());
        return ConversationItem.changing(item, end.state(), end.assignment()).attributes();
    }

    private static Ending ending(Map<String, AttributeValue> attributes) {
        var item = Item.read(attributes);
        return new Ending(
                EventId.parse(item.text("by")),
                ConversationItem.state(item),
                ConversationItem.assignment(item),
                item.instant("lastActivityAt"),
                item.count("participants"));
    }

    /** When somebody who does nothing but mute can be forgotten; null for everybody else. */
    private static @Nullable Long lastSecond(Membership membership) {
        var muted = membership.mutedUntil();
        return membership.follows() || muted == null
                ? null
                : Long.valueOf(muted.plus(MEMORY).getEpochSecond());
    }

    static Membership read(Map<String, AttributeValue> attributes) {
        var item = Item.read(attributes);
        return new Membership(
                new MembershipKey(
                        new ConversationId(UUID.fromString(item.text("conversation"))), new UserId(item.count("user"))),
                item.flag("follows"),
                item.flag("parked"),
                item.constant("access", FollowAccess.class),
                item.constant("notices", Notify.class),
                new UserId(item.count("addedBy")),
                item.instant("since"),
                item.has(END) ? ending(item.map(END)) : null,
                item.instantOrNull("mutedUntil"),
                EventId.parse(item.text(LAST)));
    }
}
