package dev.tagalong.domain.once;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.Ids;
import java.util.UUID;

/** Draws ids from the course they are for. Tokens are secrets, which no claim holds. */
final class RepeatedIds implements Ids {
    private final Ids ids;

    RepeatedIds(Ids ids) {
        this.ids = ids;
    }

    @Override
    public EventId event() {
        return Course.current()
                .map(course -> EventId.parse(course.draw(() -> ids.event().toString())))
                .orElseGet(ids::event);
    }

    @Override
    public UUID random() {
        return Course.current()
                .map(course -> UUID.fromString(course.draw(() -> ids.random().toString())))
                .orElseGet(ids::random);
    }

    @Override
    public String token() {
        return ids.token();
    }
}
