package dev.tagalong.checks.browser;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import dev.tagalong.local.wire.Json;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * An OpenID provider that lives in the routes of a window. It insists on what the specifications ask of a public client.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636">RFC 7636</a>
 */
final class Provider {
    private static final String CLIENT = "agent-ui";

    private final URI http;
    private final String issuer;
    private final Supplier<String> tokens;
    private final Map<String, String> asked = new HashMap<>();
    private final List<String> grants = new ArrayList<>();
    private String nonce = "";

    /** A provider that gives those tokens. */
    Provider(URI http, Supplier<String> tokens) {
        this.http = http;
        this.issuer = http.resolve("/provider").toString();
        this.tokens = tokens;
    }

    /** Lets a window know of it, in place of the runner's own sign-in. */
    void in(BrowserContext context) {
        context.route("**/ui/config.json", this::configure);
        context.route("**/provider/**", this::answer);
    }

    /** Puts that nonce into its next identity instead of the one that it was asked for. */
    void mistakesNonce(String other) {
        nonce = other;
    }

    /** How tokens were asked for so far. */
    List<String> grants() {
        return grants;
    }

    private void configure(Route route) {
        var config = Json.object(route.fetch().text());
        config.put("signIn", Map.of("kind", "oidc", "issuer", issuer, "clientId", CLIENT));
        json(route, config);
    }

    private void answer(Route route) {
        var uri = URI.create(route.request().url());
        switch (uri.getPath().substring("/provider".length())) {
            case "/.well-known/openid-configuration" ->
                json(
                        route,
                        Map.of(
                                "issuer", issuer,
                                "authorization_endpoint", issuer + "/authorize",
                                "token_endpoint", issuer + "/token"));
            case "/authorize" -> authorize(route, parameters(uri.getRawQuery()));
            default -> token(route, parameters(String.valueOf(route.request().postData())));
        }
    }

    private void authorize(Route route, Map<String, String> query) {
        assertThat(query)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", CLIENT)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", http.resolve("/ui/").toString());
        asked.putAll(query);
        var back = query.get("redirect_uri") + "?state=" + query.get("state");
        route.fulfill(new Route.FulfillOptions()
                .setContentType("text/html")
                .setBody("<!doctype html><title>Provider</title>"
                        + "<a href=\"" + back + "&code=a-code\">I am Bob</a>"
                        + "<a href=\"" + back + "&error=access_denied&error_description=Not+on+the+list."
                        + "\">I am nobody</a>"));
    }

    private void token(Route route, Map<String, String> form) {
        var grant = String.valueOf(form.get("grant_type"));
        grants.add(grant);
        if (grant.equals("authorization_code")) {
            assertThat(form).containsEntry("code", "a-code").containsEntry("redirect_uri", asked.get("redirect_uri"));
            assertThat(challenge(String.valueOf(form.get("code_verifier")))).isEqualTo(asked.get("code_challenge"));
        } else {
            assertThat(form).containsEntry("refresh_token", "a-refresh-token");
        }
        var identity = Map.<String, Object>of(
                "iss", issuer, "nonce", nonce.isEmpty() ? String.valueOf(asked.get("nonce")) : nonce);
        json(
                route,
                Map.of(
                        "access_token",
                        tokens.get(),
                        "refresh_token",
                        "a-refresh-token",
                        "id_token",
                        "e30." + base64(Json.write(identity).getBytes(UTF_8)) + ".e30"));
    }

    private static String challenge(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private static void json(Route route, Map<String, Object> body) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(Json.write(body)));
    }
}
