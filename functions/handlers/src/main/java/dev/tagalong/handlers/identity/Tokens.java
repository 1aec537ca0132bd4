package dev.tagalong.handlers.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Scope;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Verifies JSON Web Tokens: signed with RS256 or ES256 by a key of the issuer, for our audience, within their time. The
 * claims workspace and user_id say who; scope limits what, unless all that it asks for is who signs in. Thread-safe.
 */
public final class Tokens {
    private static final int LONGEST = 8192;
    private static final int SKEW_SECONDS = 30;
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    /**
     * Scopes by which a client asks who signs in, which limit nothing here.
     *
     * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#ScopeClaims">OpenID Connect, requesting claims</a>
     */
    private static final Set<String> OF_SIGN_IN =
            Set.of("openid", "profile", "email", "address", "phone", "offline_access", "aws.cognito.signin.user.admin");

    /**
     * Any JWT, also without a type, and access tokens that say so; not what else an issuer signs, such as logout tokens.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9068#section-2.1">RFC 9068, JWT access tokens</a>
     */
    private static final JOSEObjectType[] TYPES = {
        JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null
    };

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /**
     * A verifier for one issuer.
     *
     * @param keys the issuer's keys, asked again when a token names one that is not known
     */
    public Tokens(JWKSource<SecurityContext> keys, String issuer, String audience, InstantSource clock) {
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPES));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        var claims =
                new DefaultJWTClaimsVerifier<>(
                        audience,
                        new JWTClaimsSet.Builder().issuer(issuer).build(),
                        Set.of("exp", "workspace", "user_id")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        claims.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
    }

    /** Whom the token speaks for; absent if it is not valid. Throws if the issuer's keys cannot be had. */
    public Optional<Caller> verify(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(caller(processor.process(token, null)));
        } catch (RateLimitReachedException guessing) {
            return Optional.empty();
        } catch (KeySourceException unreachable) {
            throw new IllegalStateException("the issuer's keys cannot be read", unreachable);
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }

    private static Caller caller(JWTClaimsSet claims) throws ParseException {
        @Nullable String workspace = claims.getStringClaim("workspace");
        @Nullable Date end = claims.getExpirationTime();
        if (workspace == null || end == null) {
            throw new IllegalArgumentException("a claim is null");
        }
        return new Caller(
                new WorkspaceId(workspace),
                new UserId(user(claims.getClaim("user_id"))),
                scopes(claims.getStringClaim("scope")),
                end.toInstant());
    }

    private static int user(Object claim) {
        if (claim instanceof Long number && number > 0 && number <= Integer.MAX_VALUE) {
            return number.intValue();
        }
        if (claim instanceof String text && text.matches("[1-9][0-9]{0,9}")) {
            // What an int cannot hold ends as the IllegalArgumentException of every claim that is not right.
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException("user_id is a positive whole number");
    }

    private static @Nullable Set<Scope> scopes(@Nullable String scope) {
        var words = scope == null
                ? List.<String>of()
                : Arrays.stream(scope.split(" "))
                        .filter(word -> !word.isEmpty() && !OF_SIGN_IN.contains(word))
                        .toList();
        return words.isEmpty()
                ? null
                : words.stream().flatMap(word -> Scope.of(word).stream()).collect(Collectors.toUnmodifiableSet());
    }
}
