package dev.tagalong.handlers.conversation;

import dev.tagalong.domain.access.Standing;
import dev.tagalong.domain.conversation.ConversationView;
import dev.tagalong.domain.conversation.OpenedConversation;
import dev.tagalong.domain.people.Department;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.people.UserWire;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How answers show conversations. */
final class ConversationWire {
    private ConversationWire() {}

    static Map<String, @Nullable Object> of(ConversationView view) {
        var conversation = view.conversation();
        var state = conversation.state();
        var origin = conversation.origin();
        var assignment = conversation.assignment();
        var inbox = origin.inbox();
        var user = assignment.user();
        var team = assignment.team();
        return Json.object(
                "uuid", conversation.id().toString(),
                "reference_number", conversation.reference(),
                "external_id", conversation.externalId(),
                "subject", state.subject(),
                "status", Json.word(state.status()),
                "priority", Json.word(state.priority()),
                "channel", Json.word(origin.channel()),
                "source", Json.word(origin.source()),
                "inbox_id", inbox == null ? null : inbox.value(),
                "customer", UserWire.customer(origin.customer(), view.customer()),
                "department", department(view.department()),
                "assigned_user_id", user == null ? null : user.value(),
                "assigned_team_id", team == null ? null : team.value(),
                "tags", List.copyOf(state.tags()),
                "participant_count", conversation.participantCount(),
                "created_at", Json.time(conversation.createdAt()),
                "updated_at", Json.time(conversation.lastActivityAt()));
    }

    static Map<String, @Nullable Object> opened(OpenedConversation opened) {
        var shown = of(opened.view());
        shown.put("mine", mine(opened.standing()));
        return shown;
    }

    private static Map<String, @Nullable Object> mine(Standing standing) {
        var until = standing.mutedUntil();
        return Json.object(
                "follows", standing.follows(),
                "muted_until", until == null ? null : Json.time(until),
                "may", standing.actions().stream().map(Json::word).sorted().toList());
    }

    private static @Nullable Map<String, @Nullable Object> department(@Nullable Department department) {
        return department == null ? null : Json.object("uuid", department.id().toString(), "name", department.name());
    }
}
