package dev.tagalong.handlers.live;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Uuids;
import dev.tagalong.domain.live.Typing;
import dev.tagalong.handlers.http.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client says: a literal ping, or {"type", "data"}. */
sealed interface ClientFrame {
    /** Are you there. */
    record Ping() implements ClientFrame {}

    /** Show me this one; answer is what to say when that is granted, or empty. */
    record View(ConversationId conversation, String answer) implements ClientFrame {}

    /** I look at nothing any more. */
    record EndView() implements ClientFrame {}

    /** I am writing, or no longer. */
    record Writing(Typing typing) implements ClientFrame {}

    /** Something that is none of these. */
    record Wrong(String problem) implements ClientFrame {}

    static ClientFrame read(String text) {
        if (text.equals("ping")) {
            return new Ping();
        }
        try {
            return Json.readAny(text) instanceof Map<?, ?> frame && frame.get("type") instanceof String type
                    ? read(type, frame.get("data"))
                    : new Wrong("invalid message format");
        } catch (IllegalArgumentException notJson) {
            return new Wrong("invalid message format");
        }
    }

    private static ClientFrame read(String type, @Nullable Object data) {
        return switch (type) {
            case "conversation_subscribe", "view_conversation", "typing" ->
                data instanceof Map<?, ?> fields
                        ? read(type, fields)
                        : new Wrong(data == null ? "conversation_uuid is required" : "invalid subscription data");
            default -> new Wrong("unknown message type");
        };
    }

    private static ClientFrame read(String type, Map<?, ?> fields) {
        var uuid = fields.get("conversation_uuid");
        if (uuid == null) {
            return new Wrong("conversation_uuid is required");
        }
        if (!(uuid instanceof String text)) {
            return new Wrong("invalid subscription data");
        }
        if (text.isEmpty()) {
            return type.equals("view_conversation") ? new EndView() : new Wrong("conversation_uuid is required");
        }
        return Uuids.read(text)
                .map(id -> read(type, new ConversationId(id), fields))
                .orElseGet(() -> new Wrong("invalid subscription data"));
    }

    private static ClientFrame read(String type, ConversationId conversation, Map<?, ?> fields) {
        return switch (type) {
            case "conversation_subscribe" ->
                new View(
                        conversation,
                        FrameText.of(
                                "conversation_subscribed", Json.object("conversation_uuid", conversation.toString())));
            case "view_conversation" -> new View(conversation, "");
            default -> typing(conversation, fields);
        };
    }

    private static ClientFrame typing(ConversationId conversation, Map<?, ?> fields) {
        return fields.get("is_typing") instanceof Boolean typing
                ? new Writing(new Typing(conversation, typing, Boolean.TRUE.equals(fields.get("is_private_message"))))
                : new Wrong("invalid subscription data");
    }
}
