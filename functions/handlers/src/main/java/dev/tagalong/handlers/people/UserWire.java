package dev.tagalong.handlers.people;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.people.User;
import dev.tagalong.handlers.http.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How answers and frames show users. */
public final class UserWire {
    private UserWire() {}

    /** A follower, with the fields that HelperIQ's followers picker reads. */
    public static Map<String, @Nullable Object> participant(User user) {
        var person = user.person();
        return Json.object(
                "id", user.id().value(),
                "first_name", person.firstName(),
                "last_name", person.lastName(),
                "email", person.email(),
                "type", Json.word(user.type()),
                "avatar_url", person.avatarUrl());
    }

    /** Somebody who did something or to whom it was done; without a name if they were erased. */
    public static Map<String, @Nullable Object> brief(UserId id, @Nullable User user) {
        return Json.object(
                "id", id.value(),
                "first_name", user == null ? "" : user.person().firstName(),
                "last_name", user == null ? "" : user.person().lastName());
    }

    /** A ticket's customer; nothing but the number if they were erased. */
    public static Map<String, @Nullable Object> customer(UserId id, @Nullable User user) {
        return Json.object(
                "id", id.value(),
                "uuid", user == null ? null : user.uuid().toString(),
                "external_id", user == null ? null : user.externalId(),
                "first_name", user == null ? "" : user.person().firstName(),
                "last_name", user == null ? "" : user.person().lastName(),
                "email", user == null ? null : user.person().email());
    }

    /** A user as administration shows one. */
    static Map<String, @Nullable Object> full(User user) {
        var shown = participant(user);
        var role = user.role();
        shown.put("uuid", user.uuid().toString());
        shown.put("external_id", user.externalId());
        shown.put("role", role == null ? null : Json.word(role));
        shown.put(
                "teams",
                user.teams().stream().map(team -> team.value()).sorted().toList());
        shown.put("active", user.active());
        var trouble = user.mailTrouble();
        shown.put("email_status", trouble == null ? "ok" : Json.word(trouble));
        return shown;
    }
}
