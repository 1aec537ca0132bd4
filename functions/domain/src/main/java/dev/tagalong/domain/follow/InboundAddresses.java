package dev.tagalong.domain.follow;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Ids;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.Action;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Entry;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Attempts;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The addresses by which participants write into a conversation by mail, as TalkJS participants have them: one for each
 * participant, the same whenever it is asked for, worthless once they have left. It reads
 * {@code <token>.<workspace>@<domain>} in lower case, since mail servers may fold it. The local part keeps within the 64
 * characters of RFC 5321, section 4.5.3.1.1, as workspaces are named by at most 37.
 */
public final class InboundAddresses {
    private static final Pattern FORM = Pattern.compile("([0-9a-v]{26})\\.([a-z0-9-]{1,37})@([a-z0-9.-]+)");

    private final Records records;
    private final Ledger ledger;
    private final ParticipantAddresses addresses;
    private final Seats seats;
    private final Ids ids;
    private final String domain;

    /**
     * All that it stands on.
     *
     * @param domain where mail to participants is received
     */
    public InboundAddresses(
            Records records, Ledger ledger, ParticipantAddresses addresses, Seats seats, Ids ids, String domain) {
        this.records = records;
        this.ledger = ledger;
        this.addresses = addresses;
        this.seats = seats;
        this.ids = ids;
        this.domain = domain.toLowerCase(Locale.ROOT);
    }

    /**
     * Somebody's address, for themselves or an admin; not for an admin if theirs is the higher role. Since it lets whoever
     * knows it write, a token that is limited must be allowed to write.
     */
    public Outcome<String> of(Caller caller, Seat seat) {
        return seats.conversation(caller, seat.conversation()).then(conversation -> {
            var user = seats.user(caller.workspace(), seat.user()).orElse(null);
            return Attempts.until(() -> Attempts.then(
                    find(caller, conversation, user), membership -> address(caller.workspace(), membership)));
        });
    }

    private Outcome<Membership> find(Caller caller, ConversationId conversation, @Nullable UserId user) {
        var lookup = Gate.lookup(caller, conversation);
        var snapshot = records.read(user == null ? lookup : lookup.user(user).membership(conversation, user));
        return Gate.enter(caller, snapshot, conversation, Action.READ).then(entry -> {
            var target = Optional.ofNullable(user).flatMap(snapshot::user).orElse(null);
            if (!caller.hasScope(Scope.CONVERSATIONS_WRITE) || !maySee(entry.actor(), target)) {
                return Outcome.refused(new Refusal.Forbidden("you may not see this address"));
            }
            return target == null || !target.active()
                    ? Outcome.refused(new Refusal.NotFound("user"))
                    : membership(entry, target);
        });
    }

    private static boolean maySee(User actor, @Nullable User target) {
        if (target == null) {
            return actor.hasRole(Role.ADMIN);
        }
        var role = target.role();
        return target.id().equals(actor.id()) || (actor.hasRole(Role.ADMIN) && (role == null || actor.hasRole(role)));
    }

    private static Outcome<Membership> membership(Entry entry, User target) {
        return entry.snapshot()
                .membership(entry.conversation().id(), target.id())
                .filter(Membership::counts)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new Refusal.NotFound("participant")));
    }

    private Optional<Outcome<String>> address(WorkspaceId workspace, Membership membership) {
        var known = addresses.of(workspace, membership.key()).orElse(null);
        if (known != null && known.isOf(membership)) {
            return Optional.of(Outcome.done(text(workspace, known)));
        }
        var made = new ParticipantAddress(membership.key(), ids.foldedToken(), membership.since());
        var commit = ledger.commit(workspace, List.of(new Write.SaveAddress(known, made)));
        return Attempts.of(commit, () -> Outcome.done(text(workspace, made)));
    }

    private String text(WorkspaceId workspace, ParticipantAddress address) {
        return address.token() + "." + workspace.value() + "@" + domain;
    }

    /**
     * Whose address it is, in either case of letters; absent if it is none of ours, or they have left since, or are no
     * longer active. What they may write is for the gate to say.
     */
    public Optional<Author> author(String address) {
        var parts = FORM.matcher(address.toLowerCase(Locale.ROOT));
        if (!parts.matches() || !parts.group(3).equals(domain) || !WorkspaceId.isOne(parts.group(2))) {
            return Optional.empty();
        }
        var workspace = new WorkspaceId(parts.group(2));
        return addresses
                .byToken(workspace, parts.group(1))
                .filter(found -> stands(workspace, found))
                .map(found -> new Author(workspace, found.participant()));
    }

    private boolean stands(WorkspaceId workspace, ParticipantAddress address) {
        var key = address.participant();
        var found = records.read(Lookup.in(workspace)
                .conversation(key.conversation())
                .user(key.user())
                .membership(key.conversation(), key.user()));
        return found.conversation(key.conversation()).isPresent()
                && found.user(key.user()).filter(User::active).isPresent()
                && found.membership(key.conversation(), key.user())
                        .filter(address::isOf)
                        .isPresent();
    }

    /** In whose name mail to an address is written, and into which conversation. */
    public record Author(WorkspaceId workspace, MembershipKey participant) {}
}
