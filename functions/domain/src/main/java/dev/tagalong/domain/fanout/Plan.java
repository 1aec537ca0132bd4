package dev.tagalong.domain.fanout;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.notification.Channels;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.Reason;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who hears of an activity: whose sockets get its frame, and who is notified and why. Pure.
 *
 * @param audience whose sockets get the frame of the activity, everybody in it may see it
 * @param verdicts one for each user who had a reason, in no order
 */
public record Plan(Set<UserId> audience, List<Verdict> verdicts) {
    private static final Channels NONE = new Channels(false, false);

    public Plan {
        audience = Set.copyOf(audience);
        verdicts = List.copyOf(verdicts);
    }

    /** Makes the plan. */
    public static Plan of(Facts facts) {
        var verdicts = causes(facts).entrySet().stream()
                .map(cause -> judge(facts, cause.getKey(), cause.getValue()))
                .toList();
        return new Plan(audience(facts), verdicts);
    }

    private static Set<UserId> audience(Facts facts) {
        var all = new HashSet<UserId>(facts.team());
        all.addAll(facts.viewers());
        var assignee = facts.conversation().assignment().user();
        if (assignee != null) {
            all.add(assignee);
        }
        facts.memberships().values().stream()
                .filter(Membership::isListed)
                .forEach(membership -> all.add(membership.key().user()));
        return all.stream().filter(facts::sees).collect(Collectors.toUnmodifiableSet());
    }

    /** Everybody who has a reason to hear of it, each with the strongest: the first one named wins. */
    private static Map<UserId, Cause> causes(Facts facts) {
        var causes = new LinkedHashMap<UserId, Cause>();
        var activity = facts.activity();
        var target = activity.target();
        if (activity.type() == ActivityType.ASSIGNED && target != null) {
            causes.put(target, new Cause(Kind.ASSIGNED, Reason.ASSIGNED));
        }
        if (activity.type() == ActivityType.FOLLOWER_ADDED && target != null && facts.holds(target, Reason.ADDED)) {
            causes.put(target, new Cause(Kind.ADDED, Reason.ADDED));
        }
        var message = facts.message();
        if (message != null) {
            message.mentions().forEach(user -> causes.put(user, new Cause(Kind.MENTION, Reason.MENTION)));
            listeners(facts, message.type() == MessageType.NOTE ? Kind.NOTE : Kind.REPLY, causes);
        }
        subscribers(facts, causes);
        return causes;
    }

    /** The weakest reason, so it comes last. */
    private static void subscribers(Facts facts, Map<UserId, Cause> causes) {
        var event = facts.threadEvent();
        if (event != null) {
            facts.subscriptions().keySet().stream()
                    .filter(facts::subscribes)
                    .forEach(user -> causes.putIfAbsent(user, new Cause(event.kind(), Reason.SUBSCRIPTION)));
        }
    }

    private static void listeners(Facts facts, Kind kind, Map<UserId, Cause> causes) {
        var assignee = facts.conversation().assignment().user();
        if (assignee != null) {
            causes.putIfAbsent(assignee, new Cause(kind, Reason.ASSIGNED));
        }
        facts.memberships().values().stream()
                .filter(Membership::isListed)
                .forEach(membership -> causes.putIfAbsent(membership.key().user(), new Cause(kind, Reason.FOLLOWER)));
    }

    private static Verdict judge(Facts facts, UserId user, Cause cause) {
        var rule = rule(facts, user, cause.kind());
        var told = facts.users().get(user);
        var channels = rule == Rule.NOTIFIED && told != null ? told.settings().of(cause.kind()) : NONE;
        return new Verdict(user, cause.kind(), cause.reason(), rule, channels);
    }

    private static Rule rule(Facts facts, UserId user, Kind kind) {
        if (!facts.settings().notificationsEnabled()) {
            return Rule.WORKSPACE_OFF;
        }
        if (!facts.sees(user)) {
            return Rule.NO_ACCESS;
        }
        if (facts.activity().isActOf(user)) {
            return Rule.OWN_ACT;
        }
        var membership = facts.memberships().get(user);
        if (membership != null && membership.isMuted(facts.now())) {
            return Rule.MUTED;
        }
        return membership == null || membership.notices().wants(kind) ? Rule.NOTIFIED : Rule.MEMBERSHIP_SILENT;
    }

    private record Cause(Kind kind, Reason reason) {}
}
