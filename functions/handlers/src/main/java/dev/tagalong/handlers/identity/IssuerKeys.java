package dev.tagalong.handlers.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;

/**
 * The public keys that an issuer publishes. Kept for five minutes, asked for again when a token names an unknown one, but
 * not twice within half a minute, and trusted for an hour more while the issuer is down.
 */
public final class IssuerKeys {
    private static final Duration OUTAGE = Duration.ofHours(1);

    private IssuerKeys() {}

    /** The keys at that address of a JWK set; throws IllegalArgumentException if it is no URL. */
    public static JWKSource<SecurityContext> at(String address) {
        try {
            return JWKSourceBuilder.create(URI.create(address).toURL())
                    .retrying(true)
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException malformed) {
            throw new IllegalArgumentException("no URL: " + address, malformed);
        }
    }
}
