package dev.tagalong.domain.mail;

import dev.tagalong.domain.WorkspaceId;
import java.util.Optional;

/** Keeps the tokens of mails, one for each recipient, conversation and way to unsubscribe. Thread-safe. */
public interface MailTokens {
    /** The token that stands for them; one of that secret from now on if there was none. Of two at once both get the same. */
    MailToken standing(MailKey key, Unsubscribing way, String secretIfNone);

    /** Whose token that is, consistently. */
    Optional<MailToken> find(WorkspaceId workspace, String secret);
}
