package dev.tagalong.handlers.people;

import dev.tagalong.domain.people.Department;
import dev.tagalong.domain.people.Inbox;
import dev.tagalong.handlers.http.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How answers show inboxes and departments. */
final class PlaceWire {
    private PlaceWire() {}

    static Map<String, @Nullable Object> of(Inbox inbox) {
        return Json.object("id", inbox.id().value(), "name", inbox.name());
    }

    static Map<String, @Nullable Object> of(Department department) {
        return Json.object("uuid", department.id().toString(), "name", department.name());
    }
}
