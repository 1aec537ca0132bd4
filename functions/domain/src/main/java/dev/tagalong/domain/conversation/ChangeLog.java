package dev.tagalong.domain.conversation;

import dev.tagalong.domain.Ids;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what differs between a conversation before and after a change: one activity for each thing that does. */
final class ChangeLog {
    private final Ids ids;

    ChangeLog(Ids ids) {
        this.ids = ids;
    }

    /** The activities, in the order subject, status, priority, tags, agent, team; none if nothing differs. */
    List<Activity> between(Caller caller, Conversation before, Conversation after, Instant now) {
        return between(caller.workspace(), caller.user(), before, after, now);
    }

    /** The same, done by somebody who is not the caller. */
    List<Activity> between(WorkspaceId workspace, UserId actor, Conversation before, Conversation after, Instant now) {
        var changes = new ArrayList<Change>();
        compare(changes, before.state(), after.state());
        compare(changes, before.assignment(), after.assignment());
        return changes.stream()
                .map(change -> new Activity(
                        ids.event(),
                        workspace,
                        before.id(),
                        change.type(),
                        actor,
                        change.target(),
                        null,
                        change.details(),
                        now))
                .toList();
    }

    private static void compare(List<Change> changes, State before, State after) {
        if (!before.subject().equals(after.subject())) {
            changes.add(new Change(ActivityType.SUBJECT_CHANGED, null, Map.of()));
        }
        if (before.status() != after.status()) {
            changes.add(moved(ActivityType.STATUS_CHANGED, before.status(), after.status()));
        }
        if (before.priority() != after.priority()) {
            changes.add(moved(ActivityType.PRIORITY_CHANGED, before.priority(), after.priority()));
        }
        if (!before.tags().equals(after.tags())) {
            changes.add(new Change(ActivityType.TAGS_CHANGED, null, Map.of()));
        }
    }

    private static Change moved(ActivityType type, Enum<?> from, Enum<?> to) {
        return new Change(type, null, Map.of("from", word(from), "to", word(to)));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void compare(List<Change> changes, Assignment before, Assignment after) {
        var user = after.user();
        if (!Objects.equals(before.user(), user)) {
            changes.add(
                    user == null
                            ? new Change(ActivityType.UNASSIGNED, before.user(), Map.of())
                            : new Change(ActivityType.ASSIGNED, user, Map.of()));
        }
        if (!Objects.equals(before.team(), after.team())) {
            var type = after.team() == null ? ActivityType.TEAM_UNASSIGNED : ActivityType.TEAM_ASSIGNED;
            var named = after.team() == null ? before.team() : after.team();
            changes.add(
                    new Change(type, null, named == null ? Map.of() : Map.of("team", Integer.toString(named.value()))));
        }
    }

    private record Change(ActivityType type, @Nullable UserId target, Map<String, String> details) {}
}
