package dev.tagalong.domain.memory;

import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.mail.MailToken;
import dev.tagalong.domain.mail.MailTokens;
import dev.tagalong.domain.mail.Unsubscribing;
import java.util.Optional;

/** The tokens of mails. */
final class InMemoryMailTokens implements MailTokens {
    private final InMemoryStore store;

    InMemoryMailTokens(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public MailToken standing(MailKey key, Unsubscribing way, String secretIfNone) {
        return store.in(
                key.workspace(),
                tables -> tables.mailTokens.stream()
                        .filter(token -> token.key().equals(key) && token.way() == way)
                        .findFirst()
                        .orElseGet(() -> {
                            var made = new MailToken(key, way, secretIfNone);
                            tables.mailTokens.add(made);
                            return made;
                        }));
    }

    @Override
    public Optional<MailToken> find(WorkspaceId workspace, String secret) {
        return store.in(
                workspace,
                tables -> tables.mailTokens.stream()
                        .filter(token -> token.secret().equals(secret))
                        .findFirst());
    }
}
