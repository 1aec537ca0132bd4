package dev.tagalong.handlers.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;

/**
 * The public keys that an issuer publishes. Kept for five minutes, asked for again when a token names an unknown one, but
 * not twice within half a minute, and trusted for an hour more while the issuer is down. An issuer may take
 * two seconds to accept a connection and three to answer, twice over: whoever calls waits less than API Gateway does.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html">API Gateway's quotas</a>
 */
public final class IssuerKeys {
    private static final Duration OUTAGE = Duration.ofHours(1);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 3_000;

    private IssuerKeys() {}

    /** The keys at that address of a JWK set; throws IllegalArgumentException if it is no URL. */
    public static JWKSource<SecurityContext> at(String address) {
        try {
            var retriever =
                    new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, JWKSourceBuilder.DEFAULT_HTTP_SIZE_LIMIT);
            return JWKSourceBuilder.create(URI.create(address).toURL(), retriever)
                    .retrying(true)
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException malformed) {
            throw new IllegalArgumentException("no URL: " + address, malformed);
        }
    }
}
