package dev.tagalong.domain.access;

import dev.tagalong.domain.Ids;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Attempts;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides who may open a socket: by a one-time ticket of 30 seconds, or by a verified token. */
public final class SocketAdmissions {
    /** How long a ticket may be redeemed. */
    public static final Duration TICKET_LIFE = Duration.ofSeconds(30);

    private final Records records;
    private final Ledger ledger;
    private final SocketTickets tickets;
    private final Ids ids;

    public SocketAdmissions(Records records, Ledger ledger, SocketTickets tickets, Ids ids) {
        this.records = records;
        this.ledger = ledger;
        this.tickets = tickets;
        this.ids = ids;
    }

    /** A new ticket for the caller, who hears of conversations over the socket. */
    public Outcome<String> issue(Caller caller, Instant now) {
        return reader(caller).then(user -> {
            var ticket = caller.workspace().value() + "." + ids.token();
            var pass = new SocketPass(user.id(), now.plus(TICKET_LIFE), caller.expiresAt());
            var commit = ledger.commit(caller.workspace(), List.of(new Write.IssueSocketTicket(ticket, pass)));
            return Attempts.of(commit, () -> Outcome.done(ticket))
                    .orElseGet(() -> Outcome.refused(Commit.refusal(new Commit.Stale())));
        });
    }

    /** Who a ticket admits, now and never again; absent if it is no good, or its user is no longer active. */
    public Optional<Admission> redeem(String ticket) {
        return tickets.redeem(ticket).filter(admission -> isActive(admission.workspace(), admission.user()));
    }

    /** Who a verified token admits; absent if it does not let them read, or its user is no longer active. */
    public Optional<Admission> admit(Caller caller) {
        return reader(caller) instanceof Outcome.Done<User>
                ? Optional.of(new Admission(caller.workspace(), caller.user(), caller.expiresAt()))
                : Optional.empty();
    }

    /** Whether somebody who was let in would be let in still, as far as they themselves are concerned. */
    public boolean stands(Admission admission) {
        return isActive(admission.workspace(), admission.user());
    }

    private boolean isActive(WorkspaceId workspace, UserId user) {
        return records.read(Lookup.in(workspace).user(user))
                .user(user)
                .filter(found -> found.active() && !found.isSystem())
                .isPresent();
    }

    private Outcome<User> reader(Caller caller) {
        return Gate.reader(caller, records.read(Lookup.in(caller.workspace()).user(caller.user())));
    }
}
