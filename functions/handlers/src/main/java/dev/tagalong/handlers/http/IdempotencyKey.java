package dev.tagalong.handlers.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.once.Claim;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header Idempotency-Key, as the IETF's draft-ietf-httpapi-idempotency-key-header has it: chosen by the client, 1 to
 * 255 visible ASCII characters. It stands for one call of one caller to one method and path, and is kept only as a hash.
 */
final class IdempotencyKey {
    /** Its name, which refusals give. */
    static final String NAME = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Set<String> MUTATIONS = Set.of("POST", "PUT", "PATCH", "DELETE");

    private IdempotencyKey() {}

    /** Whether the call may change something and has such a key. */
    static boolean isGiven(APIGatewayV2HTTPEvent event) {
        return MUTATIONS.contains(method(event)) && text(event) != null;
    }

    /** What the call claims; refused if the key is none. */
    static Claim claim(APIGatewayV2HTTPEvent event, Caller caller, Instant now) {
        var key = Objects.requireNonNullElse(text(event), "");
        if (!FORM.matcher(key).matches()) {
            throw new BadInput(NAME, "must be 1 to 255 visible ASCII characters");
        }
        var path = Objects.requireNonNullElse(event.getRawPath(), "");
        var name = hash(Integer.toString(caller.user().value()), method(event), path, key);
        var query = Objects.requireNonNullElse(event.getRawQueryString(), "");
        var request = hash(query, scopes(caller), Bodies.read(event));
        return new Claim(name, request, now.truncatedTo(ChronoUnit.MILLIS), List.of());
    }

    private static @Nullable String text(APIGatewayV2HTTPEvent event) {
        return event.getHeaders() == null ? null : event.getHeaders().get(NAME.toLowerCase(Locale.ROOT));
    }

    private static String method(APIGatewayV2HTTPEvent event) {
        var context = event.getRequestContext();
        var method = context == null || context.getHttp() == null
                ? null
                : context.getHttp().getMethod();
        return Objects.requireNonNullElse(method, "");
    }

    /** What one token may be told another of the same person, with narrower scopes, may not. */
    private static String scopes(Caller caller) {
        return caller.scopes() == null ? "all" : new TreeSet<>(caller.scopes()).toString();
    }

    /** None of the parts but the last holds the character that separates them. */
    private static String hash(String... parts) {
        try {
            var text = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
            var digest = MessageDigest.getInstance("SHA-256").digest(text);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
