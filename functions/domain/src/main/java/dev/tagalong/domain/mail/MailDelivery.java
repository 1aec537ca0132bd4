package dev.tagalong.domain.mail;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.access.AccessPolicy;
import dev.tagalong.domain.access.Reach;
import dev.tagalong.domain.fanout.InParallel;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.message.MessageKey;
import dev.tagalong.domain.notification.InboxRows;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Snapshot;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Sends the mail of a window that is due: one letter for everything that gathered and is still worth telling. What was
 * read meanwhile, mailed before, or may no longer be seen is left out; if nothing is left, no mail goes. A crash between
 * sending and marking sends the same letter once more, since SES knows no idempotency token. What the mailer does not take
 * for being too much is called for anew, so that no call is given up for it.
 */
public final class MailDelivery {
    /** How long one worker has a window; shorter than the queue hides its message. */
    static final Duration LEASE = Duration.ofSeconds(60);

    /** After a mail too many in one second; others of that second come again then, too, each at its worker's pace. */
    static final Duration SOON = Duration.ofSeconds(2);

    /** After the mail of 24 hours was spent: as long as a queue can wait. */
    static final Duration LATER = Duration.ofMinutes(15);

    private final Records records;
    private final InboxRows rows;
    private final Hearing hearing;
    private final MailWindows windows;
    private final TokenIssue tokens;
    private final Outlet outlet;
    private final LetterWriter writer;
    private final InstantSource clock;

    public MailDelivery(
            Records records,
            InboxRows rows,
            Hearing hearing,
            MailWindows windows,
            TokenIssue tokens,
            Outlet outlet,
            LetterWriter writer,
            InstantSource clock) {
        this.records = records;
        this.rows = rows;
        this.hearing = hearing;
        this.windows = windows;
        this.tokens = tokens;
        this.outlet = outlet;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Looks at a window; false if another worker has it, so that the call must come again. What gathered while its mail
     * was being sent is looked at too, since the call for it may have found the window held.
     */
    public boolean deliver(MailKey key) {
        return switch (windows.claim(key, clock.instant(), LEASE)) {
            case MailWindows.Claiming.Nothing done -> true;
            case MailWindows.Claiming.Held held -> false;
            case MailWindows.Claim claim ->
                switch (send(key, claim)) {
                    case TAKEN, NO_ADDRESS -> !windows.settle(key, claim) || deliver(key);
                    case TOO_FAST -> postpone(key, claim, SOON);
                    case QUOTA_SPENT -> postpone(key, claim, LATER);
                };
        };
    }

    /**
     * Calls before it gives the window back: whatever happens in between, a call comes and the lease ends. The queue counts
     * from when it takes the call, and a call that came before the window is due would be for nothing.
     */
    private boolean postpone(MailKey key, MailWindows.Claim claim, Duration delay) {
        var due = clock.instant().plus(delay);
        outlet.queue().schedule(key, delay);
        windows.release(key, claim, due);
        return true;
    }

    private Mailer.Taking send(MailKey key, MailWindows.Claim claim) {
        var told = InParallel.map(
                        claim.events().stream().sorted().toList(),
                        event -> rows.find(key.workspace(), key.user(), event))
                .stream()
                .flatMap(Optional::stream)
                .toList();
        var snapshot = records.read(Lookup.in(key.workspace())
                .conversation(key.conversation())
                .user(key.user())
                .users(told.stream().map(Notification::actor).toList())
                .membership(key.conversation(), key.user()));
        var worthTelling = told.stream()
                .filter(row -> stillWanted(row, snapshot) && stillConcerns(key, row, snapshot))
                .toList();
        var letter = worthTelling.isEmpty() ? Optional.<Letter>empty() : letter(key, snapshot, worthTelling);
        return letter.map(written -> outlet.pace().turn(() -> handOver(key, written, worthTelling)))
                .orElse(Mailer.Taking.TAKEN);
    }

    private Mailer.Taking handOver(MailKey key, Letter letter, List<Notification> told) {
        var taking = outlet.mailer().send(letter);
        if (taking == Mailer.Taking.TAKEN) {
            rows.markMailed(key.workspace(), key.user(), events(told), clock.instant());
        }
        return taking;
    }

    private static List<EventId> events(List<Notification> told) {
        return told.stream().map(Notification::event).toList();
    }

    private boolean stillWanted(Notification row, Snapshot snapshot) {
        var membership =
                snapshot.membership(row.conversation(), row.recipient()).orElse(null);
        boolean silenced = membership != null
                && (membership.isMuted(clock.instant()) || !membership.notices().wants(row.kind()));
        return row.readAt() == null
                && row.mailedAt() == null
                && !silenced
                && snapshot.settings().notificationsEnabled()
                && snapshot.user(row.recipient())
                        .filter(user -> user.mailTrouble() == null)
                        .filter(user -> user.settings().of(row.kind()).email())
                        .filter(user -> reads(user, row, snapshot))
                        .isPresent();
    }

    /** Whether the reason still holds: who was told as a follower or a subscriber and is none now hears nothing more. */
    private boolean stillConcerns(MailKey key, Notification row, Snapshot snapshot) {
        return switch (row.reason()) {
            case ADDED, FOLLOWER ->
                snapshot.membership(row.conversation(), row.recipient())
                        .filter(Membership::counts)
                        .isPresent();
            case SUBSCRIPTION -> hearing.holds(key.workspace(), row, snapshot);
            case MENTION, ASSIGNED -> true;
        };
    }

    private static boolean reads(User user, Notification row, Snapshot snapshot) {
        return snapshot.conversation(row.conversation())
                .map(conversation -> AccessPolicy.reach(
                        user,
                        conversation.assignment(),
                        snapshot.membership(row.conversation(), user.id()).orElse(null),
                        snapshot.settings()))
                .filter(reach -> reach.atLeast(Reach.READ))
                .isPresent();
    }

    private Optional<Letter> letter(MailKey key, Snapshot snapshot, List<Notification> told) {
        var recipient = snapshot.user(key.user());
        var conversation = snapshot.conversation(key.conversation());
        if (recipient.isEmpty() || conversation.isEmpty()) {
            return Optional.empty();
        }
        var content = records.read(Lookup.in(key.workspace()).messages(messages(key, told)));
        var token = tokens.of(key, told.getFirst().reason());
        return writer.write(new LetterWriter.Contents(
                key.workspace(),
                recipient.get(),
                conversation.get(),
                token,
                told,
                snapshot.users(),
                content.messages()));
    }

    private static List<MessageKey> messages(MailKey key, List<Notification> told) {
        return told.stream()
                .limit(LetterWriter.MOST)
                .flatMap(row -> Optional.ofNullable(row.message()).stream())
                .map(message -> new MessageKey(key.conversation(), message))
                .toList();
    }
}
