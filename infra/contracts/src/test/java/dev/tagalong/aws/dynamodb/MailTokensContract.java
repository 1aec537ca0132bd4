package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.mail.MailToken;
import dev.tagalong.domain.mail.MailTokens;
import dev.tagalong.domain.mail.Unsubscribing;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What tokens of mails promise. */
abstract class MailTokensContract {
    private static final String SECRET = "0123456789abcdefghijklmnop";

    private final Workspace workspace = open();
    private final MailTokens tokens = workspace.stores.mailTokens();
    private final MailKey key = new MailKey(workspace.id, new UserId(42), new ConversationId(new UUID(0, 1)));

    abstract Workspace open();

    @Test
    void firstSecretStands() {
        var first = tokens.standing(key, Unsubscribing.MUTE, SECRET);

        assertThat(first).isEqualTo(new MailToken(key, Unsubscribing.MUTE, SECRET));
        assertThat(tokens.standing(key, Unsubscribing.MUTE, workspace.ids.foldedToken()))
                .isEqualTo(first);
        assertThat(tokens.standing(key, Unsubscribing.UNFOLLOW, workspace.ids.foldedToken()))
                .isNotEqualTo(first);
    }

    @Test
    void tokenIsFoundByItsSecretInItsWorkspaceOnly() {
        var token = tokens.standing(key, Unsubscribing.UNFOLLOW, SECRET);

        assertThat(tokens.find(workspace.id, SECRET)).contains(token);
        assertThat(tokens.find(workspace.id, "ponmlkjihgfedcba9876543210")).isEmpty();
        assertThat(tokens.find(open().id, SECRET)).isEmpty();
    }

    @Test
    void ofManyAtOnceAllGetTheSame() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<MailToken> ask = () -> tokens.standing(key, Unsubscribing.UNFOLLOW, workspace.ids.foldedToken());
            var asked =
                    IntStream.range(0, 8).mapToObj(at -> threads.submit(ask)).toList();
            var standing = ask.call();
            for (var got : asked) {
                assertThat(got.get()).isEqualTo(standing);
            }
            assertThat(tokens.find(workspace.id, standing.secret())).contains(standing);
        }
    }
}
