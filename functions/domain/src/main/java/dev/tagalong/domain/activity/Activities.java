package dev.tagalong.domain.activity;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.access.Action;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.store.Page;
import dev.tagalong.domain.store.Records;
import java.util.stream.Stream;

/** Reads the log of a conversation, with the people in it looked up. Contacts never see it. */
public final class Activities {
    private final Records records;
    private final ActivityLog log;

    public Activities(Records records, ActivityLog log) {
        this.records = records;
        this.log = log;
    }

    /** A page of it, newest first. */
    public Outcome<Page<ActivityView>> page(Caller caller, ConversationId conversation, int page, int size) {
        var snapshot = records.read(Gate.lookup(caller, conversation));
        return Gate.enter(caller, snapshot, conversation, Action.READ_LOG).map(entry -> {
            var shown = log.page(caller.workspace(), conversation, page, size);
            var people = records.users(
                    caller.workspace(),
                    shown.rows().stream()
                            .flatMap(row -> Stream.of(row.actor(), row.target() == null ? row.actor() : row.target()))
                            .toList());
            return shown.map(row -> new ActivityView(
                    row, people.get(row.actor()), row.target() == null ? null : people.get(row.target())));
        });
    }
}
