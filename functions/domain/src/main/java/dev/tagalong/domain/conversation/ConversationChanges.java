package dev.tagalong.domain.conversation;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Ids;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.access.Action;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Entry;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.store.Attempts;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.UnaryOperator;

/** Changes status, priority, tags and subject. Saying what is so already changes nothing and logs nothing. */
public final class ConversationChanges {
    private final Records records;
    private final Ledger ledger;
    private final Conversations conversations;
    private final Ids ids;

    public ConversationChanges(Records records, Ledger ledger, Conversations conversations, Ids ids) {
        this.records = records;
        this.ledger = ledger;
        this.conversations = conversations;
        this.ids = ids;
    }

    /** Opens, closes or sets it pending. */
    public Outcome<ConversationView> status(Caller caller, ConversationId id, Status status, Instant now) {
        return change(caller, id, new Edit(ActivityType.STATUS_CHANGED, state -> state.withStatus(status)), now);
    }

    /** Changes how urgent it is. */
    public Outcome<ConversationView> priority(Caller caller, ConversationId id, Priority priority, Instant now) {
        return change(caller, id, new Edit(ActivityType.PRIORITY_CHANGED, state -> state.withPriority(priority)), now);
    }

    /** Replaces its tags. */
    public Outcome<ConversationView> tags(Caller caller, ConversationId id, SortedSet<String> tags, Instant now) {
        return change(caller, id, new Edit(ActivityType.TAGS_CHANGED, state -> state.withTags(tags)), now);
    }

    private Outcome<ConversationView> change(Caller caller, ConversationId id, Edit edit, Instant now) {
        return Attempts.<Conversation>until(() -> {
                    var snapshot = records.read(Gate.lookup(caller, id));
                    var entered = Gate.enter(caller, snapshot, id, Action.EDIT);
                    return Attempts.then(entered, entry -> apply(caller, entry, edit, now));
                })
                .map(conversation -> conversations.view(caller, conversation));
    }

    private Optional<Outcome<Conversation>> apply(Caller caller, Entry entry, Edit edit, Instant now) {
        var before = entry.conversation();
        var state = edit.change().apply(before.state());
        if (state.equals(before.state())) {
            return Optional.of(Outcome.done(before));
        }
        var after = before.withState(state, now);
        var activity = new Activity(
                ids.event(),
                caller.workspace(),
                before.id(),
                edit.type(),
                entry.actor().id(),
                null,
                null,
                details(before.state(), state),
                now);
        var writes = List.<Write>of(new Write.UpdateConversation(before, after), new Write.RecordActivity(activity));
        return Attempts.of(ledger.commit(caller.workspace(), writes), () -> Outcome.done(after));
    }

    private static Map<String, String> details(State before, State after) {
        if (before.status() != after.status()) {
            return Map.of("from", word(before.status()), "to", word(after.status()));
        }
        if (before.priority() != after.priority()) {
            return Map.of("from", word(before.priority()), "to", word(after.priority()));
        }
        return Map.of();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private record Edit(ActivityType type, UnaryOperator<State> change) {}
}
