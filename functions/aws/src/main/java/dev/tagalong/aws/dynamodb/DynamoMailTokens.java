package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.mail.MailToken;
import dev.tagalong.domain.mail.MailTokens;
import dev.tagalong.domain.mail.Unsubscribing;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Tokens of mails, each of which stands twice: with its conversation, and by the hash of its secret. The second is written
 * first, so that no mail goes out with a token that is not found; of two at once the slower leaves one that nobody knows.
 */
public final class DynamoMailTokens implements MailTokens {
    private static final String SECRET = "token";

    private final Table table;

    public DynamoMailTokens(Table table) {
        this.table = table;
    }

    @Override
    public MailToken standing(MailKey key, Unsubscribing way, String secretIfNone) {
        return stored(key, way).orElseGet(() -> make(new MailToken(key, way, secretIfNone)));
    }

    private Optional<MailToken> stored(MailKey key, Unsubscribing way) {
        var found = table.get(Keys.mailToken(key, way));
        return found.isEmpty() ? Optional.empty() : Optional.of(new MailToken(key, way, secret(found)));
    }

    private MailToken make(MailToken token) {
        var key = token.key();
        put(write(Item.of(Keys.mailed(key.workspace(), token.secret()), "mailed"), token), "attribute_not_exists(PK)");
        try {
            var item = write(Item.of(Keys.mailToken(key, token.way()), "mail token"), token);
            put(item.put(SECRET, token.secret()), "attribute_not_exists(PK)");
            return token;
        } catch (ConditionalCheckFailedException slower) {
            return stored(key, token.way())
                    .orElseThrow(() -> new IllegalStateException("a token of a mail is gone again", slower));
        }
    }

    private void put(Item item, String condition) {
        table.client()
                .putItem(request ->
                        request.tableName(table.name()).item(item.attributes()).conditionExpression(condition));
    }

    private static Item write(Item item, MailToken token) {
        return item.put("conversation", token.key().conversation().toString())
                .put("user", token.key().user().value())
                .put("way", token.way());
    }

    @Override
    public Optional<MailToken> find(WorkspaceId workspace, String secret) {
        var found = table.get(Keys.mailed(workspace, secret));
        return found.isEmpty() ? Optional.empty() : Optional.of(read(workspace, secret, Item.read(found)));
    }

    private static MailToken read(WorkspaceId workspace, String secret, Item item) {
        var conversation = new ConversationId(UUID.fromString(item.text("conversation")));
        var key = new MailKey(workspace, new UserId(item.count("user")), conversation);
        return new MailToken(key, item.constant("way", Unsubscribing.class), secret);
    }

    /** The secret of a token that stands with its conversation. */
    static String secret(Map<String, AttributeValue> attributes) {
        return Item.read(attributes).text(SECRET);
    }
}
