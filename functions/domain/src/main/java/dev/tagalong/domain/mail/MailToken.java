package dev.tagalong.domain.mail;

/**
 * What a notification mail carries for its recipient to come back with, in its address for replies and in its link to
 * unsubscribe. Whoever knows it may silence that recipient's mail about that conversation and nothing else, since a reply
 * must come from the recipient's own address too; its text form hides it.
 *
 * @param key whose mail about what
 * @param way what unsubscribing by it does
 * @param secret 26 of 0-9 and a-v, unguessable
 */
public record MailToken(MailKey key, Unsubscribing way, String secret) {
    /** As the link has it. */
    String inLink() {
        return secret + "." + key.workspace().value();
    }

    /** As the address for replies has it; the separator tells it from the address of a participant. */
    String inAddress() {
        return secret + "_" + key.workspace().value();
    }

    @Override
    public String toString() {
        return "MailToken[key=" + key + ", way=" + way + "]";
    }
}
