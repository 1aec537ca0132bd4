package dev.tagalong.domain.mail;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.notification.Wording;
import dev.tagalong.domain.people.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the notification mail: one subject and one thread for each ticket, a sentence and the message's text for each
 * event, and why the recipient gets it. However much gathered, SES takes the letter: what it has no room for is in the ticket,
 * and the letter says so. The token stands in headers only: a quoted or forwarded body shall not hand it on.
 */
public final class LetterWriter {
    /** Events of one letter; of further ones it gives the number. */
    static final int MOST = 50;

    /**
     * Characters of all its messages together, an equal share for each. One may take 18 bytes in the two parts, where SES
     * has 10 MB after Base64 for the whole mail.
     *
     * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/quotas.html">Quotas of SES</a>
     */
    static final int ROOM = 100_000;

    private final String publicUrl;
    private final String mailDomain;

    /**
     * A writer for one deployment.
     *
     * @param publicUrl where the agent UI and the links to unsubscribe are, without a slash at the end
     * @param mailDomain the right-hand side of the thread's message id and of the addresses for replies
     */
    public LetterWriter(String publicUrl, String mailDomain) {
        this.publicUrl = publicUrl;
        this.mailDomain = mailDomain;
    }

    /** The letter; absent if the recipient has no address. */
    public Optional<Letter> write(Contents contents) {
        var person = contents.recipient().person();
        var email = person.email();
        if (email == null || contents.told().isEmpty()) {
            return Optional.empty();
        }
        var subject = "[#" + contents.conversation().reference() + "] "
                + contents.conversation().state().subject().replaceAll("\\R", " ");
        var why = why(contents.told().getFirst());
        var link = publicUrl + "/ui/#/tickets/" + contents.conversation().id();
        var parts = parts(contents, link);
        return Optional.of(new Letter(
                email,
                person.fullName(),
                subject,
                LetterText.plain(parts, why, link),
                LetterText.html(subject, parts, why, link),
                headers(contents),
                Map.of(
                        "workspace", contents.workspace().value(),
                        "user", Integer.toString(contents.recipient().id().value()))));
    }

    private static List<LetterText.Part> parts(Contents contents, String link) {
        int shown = Math.min(MOST, contents.told().size());
        int more = contents.told().size() - shown;
        var parts = contents.told().subList(0, shown).stream().map(row -> part(contents, row, ROOM / shown, link));
        var rest = more == 0
                ? Stream.<LetterText.Part>empty()
                : Stream.of(new LetterText.Part("And " + more + " more in the ticket.", ""));
        return Stream.concat(parts, rest).toList();
    }

    private static LetterText.Part part(Contents contents, Notification row, int room, String link) {
        @Nullable EventId id = row.message();
        @Nullable Message message = id == null ? null : contents.messages().get(id);
        var actor = contents.people().get(row.actor());
        var sentence = Wording.of(row.kind(), actor, contents.conversation(), message);
        return new LetterText.Part(sentence.title(), message == null ? "" : excerpt(message.content(), room, link));
    }

    private static String excerpt(String text, int room, String link) {
        if (text.length() <= room) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room;
        return text.substring(0, end).stripTrailing() + "…\n\n[The whole message is in the ticket: " + link + "]";
    }

    private static String why(Notification row) {
        return switch (row.reason()) {
            case MENTION -> "You get this because you were mentioned.";
            case ASSIGNED -> "You get this because the ticket is assigned to you.";
            case ADDED, FOLLOWER -> "You get this because you follow the ticket.";
            case SUBSCRIPTION -> "You get this because you subscribe to this customer's tickets.";
        };
    }

    private Map<String, String> headers(Contents contents) {
        var thread = "<" + contents.workspace().value() + "."
                + contents.conversation().id() + "@" + mailDomain + ">";
        var reason = contents.told().getFirst().reason().name().toLowerCase(Locale.ROOT);
        var headers = new LinkedHashMap<String, String>();
        headers.put("References", thread);
        headers.put("In-Reply-To", thread);
        headers.put("X-Tagalong-Reason", reason);
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("Reply-To", contents.token().inAddress() + "@" + mailDomain);
        headers.put(
                "List-Unsubscribe",
                "<" + publicUrl + "/unsubscribe/" + contents.token().inLink() + ">");
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return headers;
    }

    /**
     * What a letter tells.
     *
     * @param token by which the recipient comes back
     * @param told the rows, oldest first
     * @param people whoever acted, by id; who is missing was erased
     * @param messages the texts there are, by id
     */
    public record Contents(
            WorkspaceId workspace,
            User recipient,
            Conversation conversation,
            MailToken token,
            List<Notification> told,
            Map<UserId, User> people,
            Map<EventId, Message> messages) {}
}
