package dev.tagalong.domain.mail;

import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.people.MailTrouble;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Attempts;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stops mail to an address that refuses it for good, or whose reader called it spam, as SES asks of whoever sends by it.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/send-email-concepts-deliverability.html">deliverability</a>
 */
public final class Feedback {
    private final Records records;
    private final Ledger ledger;

    public Feedback(Records records, Ledger ledger) {
        this.records = records;
        this.ledger = ledger;
    }

    /**
     * Sends that user no more mail, if one of the addresses is theirs still: what comes late about an address that an admin
     * has replaced says nothing about the new one. Gives whether it was; a repeat changes nothing.
     */
    public Outcome<Boolean> record(WorkspaceId workspace, UserId user, Set<String> addresses, MailTrouble trouble) {
        return Attempts.until(() -> {
            var found = records.read(Lookup.in(workspace).user(user)).user(user);
            return found.filter(known -> addresses.stream().anyMatch(known::isAt))
                    .map(known -> save(workspace, known, trouble))
                    .orElseGet(() -> Optional.of(Outcome.done(false)));
        });
    }

    /** A complaint outweighs a bounce, whichever comes first. */
    private Optional<Outcome<Boolean>> save(WorkspaceId workspace, User user, MailTrouble trouble) {
        var known = user.mailTrouble();
        if (known != null && known.compareTo(trouble) >= 0) {
            return Optional.of(Outcome.done(true));
        }
        var commit = ledger.commit(workspace, List.of(new Write.SaveMailTrouble(user, trouble)));
        return Attempts.of(commit, () -> Outcome.done(true));
    }
}
