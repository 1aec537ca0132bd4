package dev.tagalong.handlers.message;

import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageView;
import dev.tagalong.domain.people.User;
import dev.tagalong.handlers.http.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How answers and frames show messages. */
public final class MessageWire {
    private MessageWire() {}

    static Map<String, @Nullable Object> of(MessageView view) {
        return of(view.message(), view.author());
    }

    /** A message with the fields of new_message; the author is null if they were erased. */
    public static Map<String, @Nullable Object> of(Message message, @Nullable User author) {
        return Json.object(
                "id", message.id().toString(),
                "uuid", message.id().toString(),
                "conversation_uuid", message.conversation().toString(),
                "type", message.type().isPrivate() ? "note" : Json.word(message.type()),
                "status", message.type().isPrivate() ? "posted" : "sent",
                "private", message.type().isPrivate(),
                "content_type", "text",
                "content", message.content(),
                "text_content", message.content(),
                "sender_id", message.author().value(),
                "sender_type", author == null ? null : Json.word(author.type()),
                "mentions",
                        message.mentions().stream().map(user -> user.value()).toList(),
                "created_at", Json.time(message.createdAt()),
                "meta", Json.object());
    }
}
