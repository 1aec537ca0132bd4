package dev.tagalong.handlers.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.memory.SettableClock;
import dev.tagalong.handlers.frontdesk.Issuer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokensTest {
    private static final RSAKey RSA = rsa();

    private final SettableClock clock = new SettableClock();
    private final Issuer issuer = new Issuer(clock);
    private final Tokens tokens = issuer.tokens();

    private static RSAKey rsa() {
        try {
            return new RSAKeyGenerator(2048).keyID("rsa").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JWTClaimsSet.Builder bob() {
        return issuer.claims(Desk.WORKSPACE, Desk.BOB);
    }

    private Tokens trusting(JWK... keys) {
        return new Tokens(new ImmutableJWKSet<>(new JWKSet(Arrays.asList(keys))), Issuer.NAME, Issuer.AUDIENCE, clock);
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    @Test
    void aGoodTokenSaysWhoAndUntilWhen() {
        var caller = tokens.verify(issuer.sign(bob().build())).orElseThrow();

        assertThat(caller.workspace()).isEqualTo(Desk.WORKSPACE);
        assertThat(caller.user()).isEqualTo(Desk.BOB);
        assertThat(caller.scopes()).isNull();
        assertThat(caller.expiresAt()).isEqualTo(clock.instant().plusSeconds(3600));
    }

    @Test
    void rs256IsTrustedToo() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build();

        assertThat(trusting(RSA.toPublicJWK()).verify(signed(header, bob().build(), new RSASSASigner(RSA))))
                .isPresent();
    }

    private boolean takes(String type) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("rsa")
                .type(new JOSEObjectType(type))
                .build();
        return trusting(RSA.toPublicJWK())
                .verify(signed(header, bob().build(), new RSASSASigner(RSA)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "at+jwt", "application/at+jwt", "AT+JWT"})
    void accessTokensMaySayThatTheyAre(String type) throws JOSEException {
        assertThat(takes(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"logout+jwt", "secevent+jwt", "dpop+jwt", "JOSE"})
    void whatElseAnIssuerSignsIsNoAccessToken(String type) throws JOSEException {
        assertThat(takes(type)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS256"})
    void otherAlgorithmsOfATrustedKeyAreNot(String algorithm) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm))
                .keyID("rsa")
                .build();

        assertThat(trusting(RSA.toPublicJWK()).verify(signed(header, bob().build(), new RSASSASigner(RSA))))
                .isEmpty();
    }

    @Test
    void anUnsignedTokenIsRefused() {
        assertThat(tokens.verify(new PlainJWT(bob().build()).serialize())).isEmpty();
    }

    @Test
    void aPublicKeyIsNoSharedSecret() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa").build();
        var secret = RSA.toRSAPublicKey().getEncoded();
        var pem = ("-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(secret)
                        + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.UTF_8);

        for (var shared : List.of(secret, pem)) {
            assertThat(trusting(RSA.toPublicJWK()).verify(signed(header, bob().build(), new MACSigner(shared))))
                    .isEmpty();
        }
    }

    @Test
    void aKeyInsideTheTokenIsNotTrusted() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("rsa")
                .jwk(RSA.toPublicJWK())
                .build();

        assertThat(tokens.verify(signed(header, bob().build(), new RSASSASigner(RSA))))
                .isEmpty();
    }

    @Test
    void aTokenOfAnUnknownKeyIsRefused() {
        assertThat(tokens.verify(Issuer.sign(bob().build(), Issuer.key("second"))))
                .isEmpty();
    }

    @Test
    void aTokenOfAnotherKeyWithTheSameIdIsRefused() {
        assertThat(tokens.verify(Issuer.sign(bob().build(), Issuer.key("first"))))
                .isEmpty();
    }

    @Test
    void tamperedClaimsAreRefused() {
        var parts = issuer.sign(bob().build()).split("\\.", -1);
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace("42", "2").getBytes(StandardCharsets.UTF_8));

        assertThat(tokens.verify(parts[0] + "." + forged + "." + parts[2])).isEmpty();
        assertThat(tokens.verify(parts[0] + "." + parts[1] + ".")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "junk", "a.b.c", "e30.e30.e30", "ping", "\0", "ü.ü.ü"})
    void junkIsRefused(String junk) {
        assertThat(tokens.verify(junk)).isEmpty();
    }

    @Test
    void aHugeTokenIsRefusedUnread() {
        assertThat(tokens.verify(
                        issuer.sign(bob().claim("padding", "x".repeat(9000)).build())))
                .isEmpty();
        assertThat(tokens.verify("a".repeat(10_000_000))).isEmpty();
    }

    @Test
    void aTokenEndsHalfAMinuteAfterItsExpiry() {
        var token = issuer.sign(bob().build());

        clock.advance(Duration.ofSeconds(3600 + 29));
        assertThat(tokens.verify(token)).isPresent();
        clock.advance(Duration.ofSeconds(2));
        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void aTokenThatIsNotValidYetIsRefused() {
        var soon =
                bob().notBeforeTime(Date.from(clock.instant().plusSeconds(31))).build();

        assertThat(tokens.verify(issuer.sign(soon))).isEmpty();
        clock.advance(Duration.ofSeconds(2));
        assertThat(tokens.verify(issuer.sign(soon))).isPresent();
    }

    @Test
    void anotherAudienceOrIssuerIsRefused() {
        assertThat(tokens.verify(issuer.sign(bob().audience("other").build()))).isEmpty();
        assertThat(tokens.verify(
                        issuer.sign(bob().issuer("https://evil.example").build())))
                .isEmpty();
        assertThat(tokens.verify(issuer.sign(
                        bob().audience(List.of("other", Issuer.AUDIENCE)).build())))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "exp", "workspace", "user_id"})
    void aTokenWithoutAClaimIsRefused(String claim) {
        var claims = new JWTClaimsSet.Builder();
        bob().build().getClaims().forEach((name, value) -> {
            if (!name.equals(claim)) {
                claims.claim(name, value);
            }
        });

        assertThat(tokens.verify(issuer.sign(claims.build()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"workspace", "user_id", "exp", "iss"})
    void aClaimThatIsNullIsRefused(String claim) {
        var nulls = bob().claim(claim, null).serializeNullClaims(true).build();

        assertThat(tokens.verify(issuer.sign(nulls))).isEmpty();
    }

    static Stream<Arguments> wrongClaims() {
        return Stream.of(
                Arguments.of("user_id", 0),
                Arguments.of("user_id", -42),
                Arguments.of("user_id", 42.0),
                Arguments.of("user_id", 42.5),
                Arguments.of("user_id", true),
                Arguments.of("user_id", 2147483648L),
                Arguments.of("user_id", -4294967254L),
                Arguments.of("user_id", "Bob"),
                Arguments.of("user_id", "042"),
                Arguments.of("user_id", " 42"),
                Arguments.of("user_id", "2147483648"),
                Arguments.of("user_id", "9999999999"),
                Arguments.of("user_id", "10000000000"),
                Arguments.of("user_id", ""),
                Arguments.of("user_id", List.of(42)),
                Arguments.of("user_id", Map.of("id", 42)),
                Arguments.of("workspace", 42),
                Arguments.of("workspace", ""),
                Arguments.of("workspace", "Demo"),
                Arguments.of("workspace", "demo#1"),
                Arguments.of("workspace", "d".repeat(64)),
                Arguments.of("workspace", List.of("demo")),
                Arguments.of("scope", 1),
                Arguments.of("scope", List.of("conversations:read")));
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void aClaimOfTheWrongFormIsRefused(String name, Object value) {
        assertThat(tokens.verify(issuer.sign(bob().claim(name, value).build()))).isEmpty();
    }

    @Test
    void aUserMayBeNamedByANumberInText() {
        var caller = tokens.verify(issuer.sign(bob().claim("user_id", "42").build()));

        assertThat(caller.orElseThrow().user()).isEqualTo(Desk.BOB);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 999_999_999, 1_000_000_000, Integer.MAX_VALUE})
    void everyUserMayBeNamedEitherWay(int id) {
        for (var claim : List.of(id, Integer.toString(id))) {
            var caller = tokens.verify(issuer.sign(bob().claim("user_id", claim).build()));

            assertThat(caller.orElseThrow().user()).isEqualTo(new UserId(id));
        }
    }

    @Test
    void scopesOfSigningInLimitNothing() {
        var claims = bob().claim("scope", "openid email  aws.cognito.signin.user.admin")
                .build();
        assertThat(tokens.verify(issuer.sign(claims)).orElseThrow().scopes()).isNull();
    }

    @Test
    void aScopeThatIsNoneOfOursAllowsNothing() {
        var claims = bob().claim("scope", "openid conversation:read").build();
        assertThat(tokens.verify(issuer.sign(claims)).orElseThrow().scopes()).isEmpty();
    }

    @Test
    void scopesLimitInEitherSpelling() {
        var claims = bob().claim("scope", "read:conversations conversations:write openid")
                .build();

        assertThat(tokens.verify(issuer.sign(claims)).orElseThrow().scopes())
                .containsExactlyInAnyOrder(Scope.CONVERSATIONS_READ, Scope.CONVERSATIONS_WRITE);
    }

    @Test
    void keysThatCannotBeReadAreAFaultAndNoRefusal() {
        assertThatThrownBy(() -> failing(new KeySourceException("down")).verify(issuer.sign(bob().build())))
                .isInstanceOf(IllegalStateException.class);
        assertThat(failing(new RateLimitReachedException()).verify(issuer.sign(bob().build())))
                .isEmpty();
    }

    private Tokens failing(KeySourceException failure) {
        JWKSource<SecurityContext> keys = (selector, context) -> {
            throw failure;
        };
        return new Tokens(keys, Issuer.NAME, Issuer.AUDIENCE, clock);
    }
}
