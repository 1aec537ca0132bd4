package dev.tagalong.domain.conversation;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Ids;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.access.Action;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.store.Attempts;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Deletes conversations for good. From the one transaction on it is in no list and found by nobody, its number and external
 * id are free; what hung on it is purged afterwards, driven by the activity. Nobody is told.
 */
public final class ConversationDeletion {
    private final Records records;
    private final Ledger ledger;
    private final Ids ids;

    public ConversationDeletion(Records records, Ledger ledger, Ids ids) {
        this.records = records;
        this.ledger = ledger;
        this.ids = ids;
    }

    /** Deletes a conversation; gives which. Only supervisors and above may. */
    public Outcome<ConversationId> delete(Caller caller, ConversationId id, Instant now) {
        return Attempts.until(() -> {
            var entered = Gate.enter(caller, records.read(Gate.lookup(caller, id)), id, Action.DELETE);
            return Attempts.then(entered, entry -> {
                var activity = new Activity(
                        ids.event(),
                        caller.workspace(),
                        id,
                        ActivityType.CONVERSATION_DELETED,
                        caller.user(),
                        null,
                        null,
                        Map.of(),
                        now);
                var writes = List.<Write>of(
                        new Write.DeleteConversation(entry.conversation()), new Write.RecordActivity(activity));
                return Attempts.of(ledger.commit(caller.workspace(), writes), () -> Outcome.done(id));
            });
        });
    }
}
