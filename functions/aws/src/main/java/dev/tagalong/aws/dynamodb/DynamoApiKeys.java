package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.key.ApiKeys;
import dev.tagalong.domain.key.KeyDigest;
import dev.tagalong.domain.key.KeyGrant;
import dev.tagalong.domain.key.KeyRing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds API keys with single consistent reads. They are batches of one, since every function that anybody calls with a
 * token may read in batches anyway: recognising keys permits no function anything more.
 */
public final class DynamoApiKeys implements ApiKeys {
    private final Table table;

    public DynamoApiKeys(Table table) {
        this.table = table;
    }

    @Override
    public Optional<KeyGrant> find(WorkspaceId workspace, KeyDigest key) {
        return table.get(List.of(Keys.apiKey(workspace, key))).values().stream()
                .findFirst()
                .map(ApiKeyItem::read);
    }

    @Override
    public KeyRing ring(WorkspaceId workspace, UserId user) {
        return table.get(List.of(Keys.keyRing(workspace, user))).values().stream()
                .findFirst()
                .map(item -> ApiKeyItem.ring(user, item))
                .orElseGet(() -> ApiKeyItem.ring(user, Map.of()));
    }
}
