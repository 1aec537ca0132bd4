package dev.tagalong.domain.notification;

import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.people.User;
import org.jspecify.annotations.Nullable;

/** Puts notifications into words, as HelperIQ words them: straight quotes, the actor's first name, the ticket's number. */
public final class Wording {
    private static final int EXCERPT = 200;

    private Wording() {}

    /**
     * The sentence of one notification.
     *
     * @param actor null if erased, who is then called Somebody
     * @param message null if it is about none, or it is gone
     */
    public static Sentence of(Kind kind, @Nullable User actor, Conversation conversation, @Nullable Message message) {
        var name = actor == null ? "Somebody" : actor.person().firstName();
        var ticket = "ticket #" + conversation.reference() + " — \""
                + conversation.state().subject() + "\"";
        var title = name
                + switch (kind) {
                    case ADDED -> " added you as a follower on ";
                    case REPLY -> " replied on ";
                    case NOTE -> " added an internal note on ";
                    case MENTION -> " mentioned you on ";
                    case ASSIGNED -> " assigned you to ";
                    case UPDATE -> " updated ";
                }
                + ticket;
        return new Sentence(title, message == null ? "" : excerpt(message.content()));
    }

    private static String excerpt(String content) {
        var line = content.strip().replaceAll("\\s+", " ");
        if (line.length() <= EXCERPT) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
        return line.substring(0, end).stripTrailing() + "…";
    }
}
