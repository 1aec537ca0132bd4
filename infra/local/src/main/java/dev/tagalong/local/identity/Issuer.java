package dev.tagalong.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tagalong.local.wire.Json;
import dev.tagalong.local.wire.Loopback;
import dev.tagalong.local.wire.Loopback.Answer;
import dev.tagalong.local.wire.Loopback.Asked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An OpenID Connect issuer on loopback: signs tokens and publishes its key, which is kept if there is a folder for it. */
public final class Issuer implements AutoCloseable {
    private final RSAKey key;
    private final Loopback server;

    private Issuer(RSAKey key) {
        this.key = key;
        this.server = Loopback.start(this::answer);
    }

    /** Starts it. */
    public static Issuer start(@Nullable Path directory) {
        try {
            return new Issuer(directory == null ? make() : kept(directory.resolve("issuer-key.json")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (JOSEException | ParseException broken) {
            throw new IllegalStateException("the issuer's key cannot be made or read", broken);
        }
    }

    private static RSAKey make() throws JOSEException {
        return new RSAKeyGenerator(2048)
                .keyUse(KeyUse.SIGNATURE)
                .keyID(UUID.randomUUID().toString())
                .generate();
    }

    private static RSAKey kept(Path file) throws IOException, JOSEException, ParseException {
        if (!Files.exists(file)) {
            Files.writeString(file, make().toJSONString());
        }
        return RSAKey.parse(Files.readString(file));
    }

    private Answer answer(Asked asked) {
        return switch (asked.path()) {
            case "/.well-known/jwks.json" -> json(new JWKSet(key.toPublicJWK()).toString());
            case "/.well-known/openid-configuration" ->
                json(Json.write(Json.of("issuer", url(), "jwks_uri", keysUrl())));
            default -> new Answer(404, Map.of(), "");
        };
    }

    private static Answer json(String json) {
        return new Answer(200, Map.of("content-type", "application/json"), json);
    }

    /** The iss claim. */
    public String url() {
        return "http://tagalong.local/issuer";
    }

    /** Where the public key is. */
    public String keysUrl() {
        return server.url() + "/.well-known/jwks.json";
    }

    /** Signs a token with those claims beside the standard ones. */
    public String sign(String audience, Map<String, Object> claims, Duration life) {
        try {
            var now = Instant.now();
            var set = new JWTClaimsSet.Builder()
                    .issuer(url())
                    .audience(audience)
                    .issueTime(Date.from(now))
                    .expirationTime(Date.from(now.plus(life)))
                    .jwtID(UUID.randomUUID().toString());
            claims.forEach(set::claim);
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .type(JOSEObjectType.JWT)
                    .build();
            var token = new SignedJWT(header, set.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("a token cannot be signed", impossible);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
