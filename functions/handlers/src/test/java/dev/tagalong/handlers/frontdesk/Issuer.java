package dev.tagalong.handlers.frontdesk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.handlers.identity.Tokens;
import java.time.InstantSource;
import java.util.Date;

/** Issues tokens that the edge trusts. */
public final class Issuer {
    public static final String NAME = "https://issuer.example";
    public static final String AUDIENCE = "tagalong";

    private static final ECKey KEY = key("first");

    private final InstantSource clock;

    /** An issuer whose tokens live for an hour from that clock's now. */
    public Issuer(InstantSource clock) {
        this.clock = clock;
    }

    /** A new key. */
    public static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A verifier that trusts this issuer. */
    public Tokens tokens() {
        return new Tokens(new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK())), NAME, AUDIENCE, clock);
    }

    /** A token for that user. */
    public String token(WorkspaceId workspace, UserId user) {
        return sign(claims(workspace, user).build());
    }

    /** A token for that user, limited to these scopes. */
    public String token(WorkspaceId workspace, UserId user, String scope) {
        return sign(claims(workspace, user).claim("scope", scope).build());
    }

    /** What a good token claims. */
    public JWTClaimsSet.Builder claims(WorkspaceId workspace, UserId user) {
        return new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience(AUDIENCE)
                .expirationTime(Date.from(clock.instant().plusSeconds(3600)))
                .claim("workspace", workspace.value())
                .claim("user_id", user.value());
    }

    /** The claims, signed by the key that the edge trusts. */
    public String sign(JWTClaimsSet claims) {
        return sign(claims, KEY);
    }

    /** The claims, signed by some key. */
    public static String sign(JWTClaimsSet claims, ECKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
