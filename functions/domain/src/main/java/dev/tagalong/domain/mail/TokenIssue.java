package dev.tagalong.domain.mail;

import dev.tagalong.domain.Ids;
import dev.tagalong.domain.notification.Reason;

/** Gives each mail its token: the one that stands, or the first one. */
public record TokenIssue(MailTokens tokens, Ids ids) {
    /** The token for a mail to that recipient about that conversation, for that reason. */
    MailToken of(MailKey key, Reason reason) {
        return tokens.standing(key, Unsubscribing.of(reason), ids.foldedToken());
    }
}
