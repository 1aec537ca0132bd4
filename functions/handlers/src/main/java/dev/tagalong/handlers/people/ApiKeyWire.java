package dev.tagalong.handlers.people;

import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.key.NewKey;
import dev.tagalong.handlers.http.Fields;
import dev.tagalong.handlers.http.Json;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a new API key is asked for and shown. */
final class ApiKeyWire {
    private static final int MOST = 10;
    private static final int LONGEST = 30;

    private ApiKeyWire() {}

    /** The scopes that a body names; null if it names none, which is no limit. */
    static @Nullable Set<Scope> scopes(Fields body) {
        var scopes = new HashSet<Scope>();
        body.texts("scopes", MOST, LONGEST)
                .forEach(word -> scopes.add(Scope.of(word).orElseThrow(() -> unknown(body))));
        return scopes.isEmpty() ? null : scopes;
    }

    private static RuntimeException unknown(Fields body) {
        return body.refuse(
                "scopes", "must be of conversations:read, conversations:write, users:manage, settings:manage");
    }

    static Map<String, @Nullable Object> shown(NewKey key) {
        var scopes = key.grant().scopes();
        return Json.object(
                "api_key", key.text(),
                "name", key.grant().name(),
                "scopes",
                        (scopes == null ? Set.<Scope>of() : scopes)
                                .stream().map(Scope::text).sorted().toList(),
                "created_at", Json.time(key.grant().madeAt()));
    }
}
