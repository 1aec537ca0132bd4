package dev.tagalong.handlers.live;

import dev.tagalong.domain.conversation.ChangedField;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.live.Frame;
import dev.tagalong.domain.live.FrameWriter;
import dev.tagalong.domain.live.Typing;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.people.User;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.message.MessageWire;
import dev.tagalong.handlers.notification.NotificationWire;
import dev.tagalong.handlers.people.UserWire;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes frames: {"type", "data"}. A message and a list of participants over 24 KB are cut, since API Gateway sends at most
 * 32 KB in one frame.
 */
public final class FrameText implements FrameWriter {
    private static final int MOST_BYTES = 24 * 1024;

    @Override
    public String text(Frame frame) {
        return switch (frame) {
            case Frame.NewMessage message -> message(message.message(), message.author());
            case Frame.NewNotification notification ->
                of("new_notification", NotificationWire.of(notification.row(), notification.sentence()));
            case Frame.ConversationUpdate update -> of("conversation_update", update(update));
            case Frame.PresenceUpdate update -> of("presence_update", presence(update));
            case Frame.SomebodyTypes typing -> of("typing", typing(typing.typing(), typing.who()));
            case Frame.ParticipantsUpdate update -> participants(update);
        };
    }

    /** A frame of any type. */
    static String of(String type, @Nullable Object data) {
        return Json.write(Json.object("type", type, "data", data));
    }

    private static Map<String, @Nullable Object> presence(Frame.PresenceUpdate update) {
        return Json.object(
                "conversation_uuid",
                update.conversation().toString(),
                "viewers",
                update.viewers().stream().map(FrameText::named).toList());
    }

    private static Map<String, @Nullable Object> typing(Typing typing, User who) {
        var data = Json.object("conversation_uuid", typing.conversation().toString());
        data.putAll(named(who));
        data.put("is_typing", typing.isTyping());
        data.put("is_private_message", typing.isPrivate());
        return data;
    }

    private static Map<String, @Nullable Object> named(User user) {
        return Json.object(
                "user_id", user.id().value(), "first_name", user.person().firstName());
    }

    private static String message(Message message, @Nullable User author) {
        int length = message.content().length();
        var text = of("new_message", MessageWire.of(message, author));
        while (size(text) > MOST_BYTES) {
            length = length * 2 / 3;
            text = of("new_message", MessageWire.of(message, author, length));
        }
        return text;
    }

    /** What does not fit is left out: all pictures first, then whoever follows last. */
    private static String participants(Frame.ParticipantsUpdate update) {
        var all = update.participants().stream().map(UserWire::participant).toList();
        var data = Json.object("conversation_uuid", update.conversation().id().toString(), "participants", all);
        var whole = of("participants_update", data);
        if (size(whole) <= MOST_BYTES) {
            return whole;
        }
        all.forEach(participant -> participant.put("avatar_url", null));
        data.put("meta", Json.object("truncated", true));
        int count = all.size();
        var cut = of("participants_update", data);
        while (size(cut) > MOST_BYTES) {
            count = count * 2 / 3;
            data.put("participants", all.subList(0, count));
            cut = of("participants_update", data);
        }
        return cut;
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Map<String, @Nullable Object> update(Frame.ConversationUpdate update) {
        var data = Json.object("uuid", update.conversation().id().toString());
        update.changes().forEach(field -> put(data, update.conversation(), field));
        return data;
    }

    private static void put(Map<String, @Nullable Object> data, Conversation conversation, ChangedField field) {
        var state = conversation.state();
        var user = conversation.assignment().user();
        var team = conversation.assignment().team();
        switch (field) {
            case SUBJECT -> data.put("subject", state.subject());
            case STATUS -> data.put("status", Json.word(state.status()));
            case PRIORITY -> data.put("priority", Json.word(state.priority()));
            case TAGS -> data.put("tags", List.copyOf(state.tags()));
            case ASSIGNED_USER -> data.put("assigned_user_id", user == null ? null : user.value());
            case ASSIGNED_TEAM -> data.put("assigned_team_id", team == null ? null : team.value());
        }
    }
}
