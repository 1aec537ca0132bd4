package dev.tagalong.domain.follow;

import dev.tagalong.domain.Ids;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.Action;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Entry;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes followers of those who asked for it in their settings: of whom somebody else mentions, of who replies to the
 * customer, and of whom somebody else assigns. What it gives belongs into the transaction of what happened, which must read
 * again if the limit stands against it: where there is no room, nobody follows, and what happened happens all the same.
 *
 * <p>Nobody comes to see by it what the rules keep from them: a mention makes a follower of somebody who has no access only
 * if whoever wrote it may grant access. The assignee's follow is parked unless the workspace lets assignees follow. Since it
 * is their own wish, the log says that they followed, and why, and they are not told of it.
 */
public final class AutoFollows {
    /** Most followers that one message makes: each is three items of a transaction that has room for a hundred. */
    static final int MOST = 30;

    private final Records records;
    private final Ids ids;

    public AutoFollows(Records records, Ids ids) {
        this.records = records;
        this.ids = ids;
    }

    /** The follows that a message causes: its author's if it is a reply, and of whom it mentions in the order written. */
    public List<Write> posted(Caller caller, Entry entry, Message message, Instant now) {
        var wishes = new ArrayList<Wish>();
        var author = entry.actor();
        if (message.type() == MessageType.OUTGOING
                && author.settings().autoFollow().reply()) {
            wishes.add(Wish.of(author, entry, entry.membership(), Cause.REPLY));
        }
        wishes.addAll(mentioned(caller, entry, message));
        return writes(caller.workspace(), entry, wishes, now);
    }

    private List<Wish> mentioned(Caller caller, Entry entry, Message message) {
        var named = message.mentions().stream()
                .filter(user -> !user.equals(entry.actor().id()))
                .map(entry.snapshot()::user)
                .flatMap(Optional::stream)
                .filter(user -> user.active() && user.settings().autoFollow().mention())
                .toList();
        if (named.isEmpty()) {
            return List.of();
        }
        var conversation = entry.conversation().id();
        var found = records.read(Lookup.in(caller.workspace())
                .memberships(named.stream()
                        .map(user -> new MembershipKey(conversation, user.id()))
                        .toList()));
        boolean grants = grants(caller, entry);
        return named.stream()
                .map(user -> Wish.of(
                        user, entry, found.membership(conversation, user.id()).orElse(null), Cause.MENTION))
                .filter(wish -> grants || FollowerChanges.sees(wish.user(), entry, wish.before()))
                .toList();
    }

    private static boolean grants(Caller caller, Entry entry) {
        return caller.hasScope(Action.ADD_FOLLOWER.scope())
                && Gate.check(entry, Action.ADD_FOLLOWER) instanceof Outcome.Done<Entry>;
    }

    /** The follow that an assignment causes; the assignee and their membership are in the entry's snapshot. */
    public List<Write> assigned(Caller caller, Entry entry, UserId assignee, Instant now) {
        var wishes = entry
                .snapshot()
                .user(assignee)
                .filter(user -> user.settings().autoFollow().assign() && !assignee.equals(caller.user()))
                .map(user -> new Wish(
                        user,
                        entry.snapshot()
                                .membership(entry.conversation().id(), assignee)
                                .orElse(null),
                        Cause.ASSIGN,
                        !entry.snapshot().settings().assigneeCanFollow()))
                .stream()
                .toList();
        return writes(caller.workspace(), entry, wishes, now);
    }

    private List<Write> writes(WorkspaceId workspace, Entry entry, List<Wish> wishes, Instant now) {
        var conversation = entry.conversation();
        int limit = entry.snapshot().settings().participantLimit();
        var granted = wishes.stream()
                .filter(Wish::isOpen)
                .limit(Math.clamp((long) limit - conversation.participantCount(), 0, MOST))
                .toList();
        if (granted.isEmpty()) {
            return List.of();
        }
        var writes = new ArrayList<Write>();
        granted.forEach(wish -> writes.addAll(writes(workspace, entry, wish, now)));
        writes.add(new Write.CountParticipant(conversation.id(), granted.size(), limit, conversation.assignment()));
        return writes;
    }

    private List<Write> writes(WorkspaceId workspace, Entry entry, Wish wish, Instant now) {
        var event = ids.event();
        var user = wish.user().id();
        var key = new MembershipKey(entry.conversation().id(), user);
        var before = wish.before();
        var joined = before == null
                ? Membership.joined(key, Terms.DEFAULT, user, now, event)
                : before.rejoined(Terms.DEFAULT, user, now, event);
        var actor = entry.actor().id();
        var activity = new Activity(
                event,
                workspace,
                key.conversation(),
                wish.parked() ? ActivityType.FOLLOW_PARKED : ActivityType.FOLLOWED,
                wish.parked() ? actor : user,
                user,
                null,
                Map.of("auto", wish.cause().word, "by", Integer.toString(actor.value())),
                now);
        return List.of(
                new Write.SaveMembership(before, joined.withParked(wish.parked(), event)),
                new Write.RecordActivity(activity));
    }

    private enum Cause {
        MENTION("mention"),
        REPLY("reply"),
        ASSIGN("assign");

        private final String word;

        Cause(String word) {
            this.word = word;
        }
    }

    /** Somebody who wants to follow for that cause. */
    private record Wish(User user, @Nullable Membership before, Cause cause, boolean parked) {
        static Wish of(User user, Entry entry, @Nullable Membership before, Cause cause) {
            return new Wish(user, before, cause, FollowerChanges.mayNotFollow(user, entry));
        }

        boolean isOpen() {
            return before == null || !before.counts();
        }
    }
}
