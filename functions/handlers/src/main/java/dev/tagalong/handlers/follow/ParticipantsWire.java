package dev.tagalong.handlers.follow;

import dev.tagalong.domain.people.User;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.people.UserWire;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How answers show the followers of a conversation. */
final class ParticipantsWire {
    private ParticipantsWire() {}

    /** The refreshed list, as every change of it answers. */
    static Map<String, @Nullable Object> refreshed(List<User> participants) {
        return Json.object("participants", list(participants));
    }

    static List<Map<String, @Nullable Object>> list(List<User> participants) {
        return participants.stream().map(UserWire::participant).toList();
    }
}
