package dev.tagalong.domain.conversation;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Ids;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.fanout.InParallel;
import dev.tagalong.domain.store.Attempts;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Takes a user or a team that is no more off the conversations assigned to them. Finds those by the index, which may lag, and
 * looks at each consistently: what it finds too late or not yet, a further call finds.
 */
public final class Unassignment {
    private final Records records;
    private final Ledger ledger;
    private final ConversationIndex index;
    private final ChangeLog log;

    public Unassignment(Records records, Ledger ledger, ConversationIndex index, Ids ids) {
        this.records = records;
        this.ledger = ledger;
        this.index = index;
        this.log = new ChangeLog(ids);
    }

    /**
     * In whose name and when it is done, and how many conversations at most.
     *
     * @param by whom the log names
     */
    public record Order(WorkspaceId workspace, UserId by, Instant now, int most) {}

    /** Takes a user off some conversations; whether there may be more. */
    public boolean of(UserId user, Order order) {
        return takeOff(
                order, assignment -> user.equals(assignment.user()), before -> new Assignment(null, before.team()));
    }

    /** Takes a team off some conversations; whether there may be more. */
    public boolean of(TeamId team, Order order) {
        return takeOff(
                order, assignment -> team.equals(assignment.team()), before -> new Assignment(before.user(), null));
    }

    private boolean takeOff(Order order, Predicate<Assignment> assigned, UnaryOperator<Assignment> without) {
        var found = index.all(order.workspace()).stream()
                .filter(listing -> assigned.test(listing.assignment()))
                .map(Listing::id)
                .limit(order.most())
                .toList();
        InParallel.map(
                found,
                id -> Attempts.<ConversationId>until(() -> takeOff(order, id, assigned, without))
                        .orThrow("a conversation could not be unassigned"));
        return found.size() == order.most();
    }

    private Optional<Outcome<ConversationId>> takeOff(
            Order order, ConversationId id, Predicate<Assignment> assigned, UnaryOperator<Assignment> without) {
        return records.read(Lookup.in(order.workspace()).conversation(id))
                .conversation(id)
                .filter(conversation -> assigned.test(conversation.assignment()))
                .map(before -> {
                    var after = before.withAssignment(without.apply(before.assignment()), order.now());
                    var writes = new ArrayList<Write>();
                    writes.add(new Write.UpdateConversation(before, after));
                    log.between(order.workspace(), order.by(), before, after, order.now())
                            .forEach(activity -> writes.add(new Write.RecordActivity(activity)));
                    return Attempts.of(ledger.commit(order.workspace(), writes), () -> Outcome.done(id));
                })
                .orElseGet(() -> Optional.of(Outcome.done(id)));
    }
}
