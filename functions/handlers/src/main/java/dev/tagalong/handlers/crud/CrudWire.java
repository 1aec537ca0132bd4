package dev.tagalong.handlers.crud;

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
                "customerId", person(view.customer()),
                "assignedTo", person(view.assignee()),
                "inboxId", inbox == null ? null : inbox.value(),
                "channel", Json.word(origin.channel()),
                "source", Json.word(origin.source()),
                "tags", List.copyOf(conversation.state().tags()),
                "createdAt", Json.time(conversation.createdAt()),
                "updatedAt", Json.time(conversation.lastActivityAt()));
    }

    /** Nobody, or somebody who was erased, is null. */
    private static @Nullable Map<String, @Nullable Object> person(@Nullable User user) {
        return user == null
                ? null
                : Json.object(
                        "_id", user.uuid().toString(),
                        "id", user.id().value(),
                        "name", user.person().fullName(),
                        "firstName", user.person().firstName(),
                        "lastName", user.person().lastName(),
                        "email", user.person().email());
    }
}
