package dev.tagalong.domain.mail;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.follow.InboundAddresses;
import dev.tagalong.domain.message.Draft;
import dev.tagalong.domain.message.MessageView;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Makes messages of mail. A reply to a notification becomes an internal note of whom the notification was sent to, if it
 * comes from their own address; never a reply to the customer. Contacts have no notes: what they reply is their own
 * incoming message. Mail to a participant's address becomes a message of that participant, and a note where they may write
 * no more than that. The same mail again is the same message.
 */
public final class Reception {
    /** As long as a message may be. */
    static final int LONGEST = 50_000;

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Records records;
    private final ReceivedMails mails;
    private final Doors doors;
    private final Posting posting;

    public Reception(Records records, ReceivedMails mails, Doors doors, Posting posting) {
        this.records = records;
        this.mails = mails;
        this.doors = doors;
        this.posting = posting;
    }

    /** Takes a mail in; says for each recipient what came of it. Throws if a repetition may heal what went wrong. */
    public List<Result> receive(Arrival arrival, Instant now) {
        if (!arrival.verdicts().pass()) {
            return List.of(Result.UNTRUSTED);
        }
        if (arrival.sender().isEmpty()) {
            return List.of(Result.AUTOMATIC);
        }
        return mails.read(arrival.id())
                .map(mail -> mail.automatic() || isMachine(mail)
                        ? List.of(Result.AUTOMATIC)
                        : arrival.recipients().stream()
                                .distinct()
                                .map(recipient -> post(recipient, mail, arrival.id(), now))
                                .toList())
                .orElseGet(() -> List.of(Result.UNREADABLE));
    }

    /** Whether it comes from a mail server, or from ourselves: a mail that goes in circles. */
    private boolean isMachine(ReceivedMail mail) {
        return mail.from().stream()
                .map(from -> from.toLowerCase(Locale.ROOT))
                .anyMatch(from -> from.startsWith("mailer-daemon@")
                        || from.startsWith("postmaster@")
                        || from.endsWith("@" + doors.domain()));
    }

    private Result post(String recipient, ReceivedMail mail, String id, Instant now) {
        return writer(recipient)
                .map(writer -> {
                    var text = text(mail);
                    return text.isEmpty() ? Result.EMPTY : post(writer, mail, text, new Mark(id, now));
                })
                .orElse(Result.UNKNOWN);
    }

    private Optional<Writer> writer(String recipient) {
        var replying = TokenName.ofAddress(recipient, doors.domain())
                .flatMap(name -> doors.tokens().find(name.workspace(), name.secret()))
                .map(MailToken::key)
                .map(key -> new Writer(key.workspace(), key.user(), key.conversation(), true));
        return replying.or(() -> doors.addresses()
                .author(recipient)
                .map(author -> new Writer(
                        author.workspace(),
                        author.participant().user(),
                        author.participant().conversation(),
                        false)));
    }

    private Result post(Writer writer, ReceivedMail mail, String text, Mark mark) {
        var user =
                records.read(Lookup.in(writer.workspace()).user(writer.user())).user(writer.user());
        if (user.isEmpty() || (writer.replies() && !isFrom(mail, user.get()))) {
            return Result.REFUSED;
        }
        var taken = new Write.TakeMailId(
                writer.conversation(), writer.user(), Objects.requireNonNullElse(mail.messageId(), mark.id()));
        boolean isAgent = user.get().isAgent();
        var outcome = post(writer, text, writer.replies() && isAgent, taken, mark.now());
        if (!writer.replies() && isAgent && isForbidden(outcome)) {
            outcome = post(writer, text, true, taken, mark.now());
        }
        return switch (outcome) {
            case Outcome.Done<MessageView> done -> Result.POSTED;
            case Outcome.Refused<MessageView> refused -> result(refused.refusal());
        };
    }

    /** One sender and no other, who is the one to whom the notification went. */
    private static boolean isFrom(ReceivedMail mail, User user) {
        return user.person().email() != null
                && mail.from().size() == 1
                && user.isAt(mail.from().getFirst());
    }

    private static boolean isForbidden(Outcome<MessageView> outcome) {
        return outcome instanceof Outcome.Refused<MessageView> refused
                && refused.refusal() instanceof Refusal.Forbidden;
    }

    private Outcome<MessageView> post(Writer writer, String text, boolean isNote, Write.TakeMailId taken, Instant now) {
        var scopes = Set.of(Scope.CONVERSATIONS_READ, Scope.CONVERSATIONS_WRITE);
        var caller = new Caller(writer.workspace(), writer.user(), scopes, now.plus(A_MINUTE));
        var draft = new Draft(text, isNote, false, List.of());
        return posting.of(taken).post(caller, writer.conversation(), draft, now);
    }

    private static Result result(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Conflict taken -> Result.REPEATED;
            case Refusal.Busy busy ->
                throw new IllegalStateException("a mail could not be taken in: " + busy.message());
            case Refusal.Invalid no -> Result.REFUSED;
            case Refusal.Unauthenticated no -> Result.REFUSED;
            case Refusal.Forbidden no -> Result.REFUSED;
            case Refusal.NotFound no -> Result.REFUSED;
        };
    }

    private static String text(ReceivedMail mail) {
        var written = ReplyText.of(mail.text());
        boolean fits = written.length() <= LONGEST;
        var cut = (fits ? written : written.substring(0, end(written)))
                + (fits && !mail.isCut() ? "" : "\n\n[The mail was longer.]");
        return switch (mail.attachments()) {
            case 0 -> cut.strip();
            case 1 -> (cut + "\n\n[1 attachment was not kept.]").strip();
            default -> (cut + "\n\n[" + mail.attachments() + " attachments were not kept.]").strip();
        };
    }

    /** As far as a message may go, between two characters. */
    private static int end(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }

    /** Where mail may be addressed to. */
    public record Doors(MailTokens tokens, InboundAddresses addresses, String domain) {
        public Doors {
            domain = domain.toLowerCase(Locale.ROOT);
        }
    }

    /** What came of a mail for one recipient. */
    public enum Result {
        POSTED,
        /** It is a message already. */
        REPEATED,
        /** A verdict is missing or bad. */
        UNTRUSTED,
        /** No person wrote it. */
        AUTOMATIC,
        /** It is too large, or no mail. */
        UNREADABLE,
        /** The address is nobody's, or nobody's any more. */
        UNKNOWN,
        /** The sender is somebody else, or may not write there now. */
        REFUSED,
        /** Nothing is written in it. */
        EMPTY
    }

    private record Mark(String id, Instant now) {}

    /**
     * In whose name it is written.
     *
     * @param replies whether it answers a notification, and so must come from them
     */
    private record Writer(WorkspaceId workspace, UserId user, ConversationId conversation, boolean replies) {}
}
