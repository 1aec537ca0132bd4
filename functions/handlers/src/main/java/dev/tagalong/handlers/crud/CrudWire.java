package dev.tagalong.handlers.crud;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.conversation.ConversationView;
import dev.tagalong.domain.people.User;
import dev.tagalong.handlers.http.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How this facade shows conversations. */
final class CrudWire {
    private CrudWire() {}

    static Map<String, @Nullable Object> of(ConversationView view) {
        var conversation = view.conversation();
        var origin = conversation.origin();
        var inbox = origin.inbox();
        return Json.object(
                "_id", conversation.id().toString(),
                "referenceNumber", conversation.reference(),
                "subject", conversation.state().subject(),
                "status", Json.word(conversation.state().status()),
                "priority", Json.word(conversation.state().priority()),
                "customerId", person(origin.customer(), view.customer()),
                "assignedTo", person(conversation.assignment().user(), view.assignee()),
                "inboxId", inbox == null ? null : inbox.value(),
                "channel", Json.word(origin.channel()),
                "source", Json.word(origin.source()),
                "tags", List.copyOf(conversation.state().tags()),
                "createdAt", Json.time(conversation.createdAt()),
                "updatedAt", Json.time(conversation.lastActivityAt()));
    }

    /** Nobody is null; somebody who was erased has nothing but their number. */
    private static @Nullable Map<String, @Nullable Object> person(@Nullable UserId id, @Nullable User user) {
        return id == null
                ? null
                : Json.object(
                        "_id", user == null ? null : user.uuid().toString(),
                        "id", id.value(),
                        "name", user == null ? "" : user.person().fullName(),
                        "firstName", user == null ? "" : user.person().firstName(),
                        "lastName", user == null ? "" : user.person().lastName(),
                        "email", user == null ? null : user.person().email());
    }
}
