package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.key.KeyDigest;
import dev.tagalong.domain.key.KeyGrant;
import dev.tagalong.domain.key.KeyRing;
import dev.tagalong.domain.store.Commit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An API key, found by its digest, and its user's ring, which names all of theirs. A ring without keys is no item; every
 * write expects the very list that was read, so no key comes or goes unseen.
 */
final class ApiKeyItem {
    private static final String KEYS = "digests";

    private ApiKeyItem() {}

    static Map<String, AttributeValue> write(WorkspaceId workspace, KeyDigest key, KeyGrant grant) {
        var scopes = grant.scopes();
        return Item.of(Keys.apiKey(workspace, key), "api key")
                .put("user", grant.user().value())
                .put("name", grant.name())
                .putAll(
                        "scopes",
                        scopes == null ? List.of() : words(scopes.stream().map(Item::word)))
                .put("madeBy", grant.madeBy().value())
                .put("createdAt", grant.madeAt())
                .attributes();
    }

    static KeyGrant read(Map<String, AttributeValue> attributes) {
        var item = Item.read(attributes);
        var scopes = item.texts("scopes").stream()
                .map(word -> Item.constant(Scope.class, word))
                .collect(Collectors.toUnmodifiableSet());
        return new KeyGrant(
                new UserId(item.count("user")),
                item.text("name"),
                scopes.isEmpty() ? null : scopes,
                new UserId(item.count("madeBy")),
                item.instant("createdAt"));
    }

    static KeyRing ring(UserId user, Map<String, AttributeValue> attributes) {
        return new KeyRing(
                user,
                Item.read(attributes).texts(KEYS).stream().map(KeyDigest::new).collect(Collectors.toUnmodifiableSet()));
    }

    /** Puts one key more on a ring that is still as it was read. */
    static Step add(String table, WorkspaceId workspace, KeyRing before, KeyDigest key) {
        var digests = Stream.concat(before.keys().stream(), Stream.of(key)).map(KeyDigest::value);
        var item = Item.of(Keys.keyRing(workspace, before.user()), "key ring")
                .putAll(KEYS, words(digests))
                .attributes();
        return before.keys().isEmpty()
                ? Step.create(table, item, new Commit.Stale())
                : Step.put(table, item, KEYS + " = :digests", as(before), new Commit.Stale());
    }

    /** Takes a ring away that is still as it was read. */
    static Step remove(String table, WorkspaceId workspace, KeyRing before) {
        var key = Keys.keyRing(workspace, before.user());
        return before.keys().isEmpty()
                ? Step.expect(table, key, "attribute_not_exists(PK)", Map.of())
                : Step.delete(table, key, KEYS + " = :digests", as(before));
    }

    private static Map<String, AttributeValue> as(KeyRing ring) {
        var digests = words(ring.keys().stream().map(KeyDigest::value));
        return Map.of(
                ":digests",
                AttributeValue.fromL(digests.stream().map(AttributeValue::fromS).toList()));
    }

    /** In their one order, so that lists of the same are equal. */
    private static List<String> words(Stream<String> words) {
        return words.sorted().toList();
    }
}
