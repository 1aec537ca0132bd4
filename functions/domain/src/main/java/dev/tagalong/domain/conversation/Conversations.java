package dev.tagalong.domain.conversation;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Ids;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.Action;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Entry;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.access.Standing;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.people.Directory;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Numbering;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes and reads single conversations. */
public final class Conversations {
    private final Records records;
    private final Ledger ledger;
    private final Directory directory;
    private final ConversationIndex index;
    private final Ids ids;

    public Conversations(Records records, Ledger ledger, Directory directory, ConversationIndex index, Ids ids) {
        this.records = records;
        this.ledger = ledger;
        this.directory = directory;
        this.index = index;
        this.ids = ids;
    }

    /** Makes a conversation that is open and assigned to nobody. Any agent may. */
    public Outcome<ConversationView> create(Caller caller, NewConversation draft, Instant now) {
        var origin = draft.origin();
        var snapshot =
                records.read(Lookup.in(caller.workspace()).user(caller.user()).user(origin.customer()));
        return Gate.caller(caller, snapshot).then(actor -> {
            if (!actor.isAgent() || !caller.hasScope(Scope.CONVERSATIONS_WRITE)) {
                return Outcome.refused(new Refusal.Forbidden("you may not create conversations"));
            }
            var customer = snapshot.user(origin.customer()).filter(User::isContact);
            return customer.isEmpty()
                    ? Outcome.refused(new Refusal.NotFound("customer"))
                    : missing(caller, draft).orElseGet(() -> store(caller, actor, customer.get(), draft, now));
        });
    }

    private Optional<Outcome<ConversationView>> missing(Caller caller, NewConversation draft) {
        var inbox = draft.origin().inbox();
        if (inbox != null && directory.inbox(caller.workspace(), inbox).isEmpty()) {
            return Optional.of(Outcome.refused(new Refusal.NotFound("inbox")));
        }
        var department = draft.origin().department();
        if (department != null
                && directory.department(caller.workspace(), department).isEmpty()) {
            return Optional.of(Outcome.refused(new Refusal.NotFound("department")));
        }
        return Optional.empty();
    }

    private Outcome<ConversationView> store(
            Caller caller, User actor, User customer, NewConversation draft, Instant now) {
        return Numbering.until(
                        draft.reference() == null,
                        step -> conversation(caller.workspace(), draft, step, now),
                        made -> ledger.commit(caller.workspace(), writes(caller, actor, made, now)))
                .map(made -> view(caller, made, customer, null));
    }

    private Conversation conversation(WorkspaceId workspace, NewConversation draft, int step, Instant now) {
        var given = draft.reference();
        int reference = given != null ? given : ledger.next(workspace, Ledger.Counter.CONVERSATION, step);
        var id = draft.id() != null ? draft.id() : new ConversationId(ids.random());
        return new Conversation(
                id,
                reference,
                draft.externalId(),
                draft.state(),
                Assignment.NOBODY,
                draft.origin(),
                now,
                now,
                0,
                MessageCount.NONE,
                1);
    }

    private List<Write> writes(Caller caller, User actor, Conversation made, Instant now) {
        var activity = new Activity(
                ids.event(),
                caller.workspace(),
                made.id(),
                ActivityType.CONVERSATION_CREATED,
                actor.id(),
                null,
                null,
                Map.of(),
                now);
        return List.of(new Write.CreateConversation(made), new Write.RecordActivity(activity));
    }

    /** One conversation, for whoever may read it. */
    public Outcome<ConversationView> get(Caller caller, ConversationId id) {
        return read(caller, id).map(entry -> view(caller, entry.shown()));
    }

    /** One conversation with how the caller stands to it, for whoever may read it. */
    public Outcome<OpenedConversation> open(Caller caller, ConversationId id, Instant now) {
        return read(caller, id)
                .map(entry -> new OpenedConversation(view(caller, entry.shown()), Standing.of(caller, entry, now)));
    }

    /** The conversation with that number, for whoever may read it. */
    public Outcome<OpenedConversation> openByReference(Caller caller, int reference, Instant now) {
        return index.byReference(caller.workspace(), reference)
                .map(id -> open(caller, id, now))
                .orElseGet(() -> Gate.caller(
                                caller,
                                records.read(Lookup.in(caller.workspace()).user(caller.user())))
                        .then(actor -> Outcome.refused(new Refusal.NotFound("conversation"))));
    }

    private Outcome<Entry> read(Caller caller, ConversationId id) {
        return Gate.enter(caller, records.read(Gate.lookup(caller, id)), id, Action.READ);
    }

    /** The conversation with its customer, assignee and department looked up. */
    ConversationView view(Caller caller, Conversation conversation) {
        var customer = conversation.origin().customer();
        var assignee = conversation.assignment().user();
        var lookup = Lookup.in(caller.workspace()).user(customer);
        var found = records.read(assignee == null ? lookup : lookup.user(assignee));
        return view(
                caller,
                conversation,
                found.user(customer).orElse(null),
                assignee == null ? null : found.user(assignee).orElse(null));
    }

    private ConversationView view(
            Caller caller, Conversation conversation, @Nullable User customer, @Nullable User assignee) {
        var department = conversation.origin().department();
        return new ConversationView(
                conversation,
                customer,
                department == null
                        ? null
                        : directory.department(caller.workspace(), department).orElse(null),
                assignee);
    }
}
