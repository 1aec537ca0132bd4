package dev.tagalong.handlers.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.memory.SettableClock;
import dev.tagalong.handlers.frontdesk.Issuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class IssuerKeysTest {
    private static final ECKey OLD = Issuer.key("old");
    private static final ECKey NEW = Issuer.key("new");

    private final SettableClock clock = new SettableClock();
    private final Issuer issuer = new Issuer(clock);
    private final AtomicReference<JWKSet> published = new AtomicReference<>(new JWKSet(OLD.toPublicJWK()));
    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong pauseNanos = new AtomicLong();
    private final HttpServer server;
    private final Tokens tokens;

    IssuerKeysTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json";
        tokens = new Tokens(IssuerKeys.at(address), Issuer.NAME, Issuer.AUDIENCE, clock);
    }

    @BeforeEach
    void publish() {
        server.createContext("/jwks.json", exchange -> {
            asked.incrementAndGet();
            LockSupport.parkNanos(pauseNanos.get());
            var body = published.get().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status.get(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String tokenOf(ECKey key) {
        return Issuer.sign(issuer.claims(Desk.WORKSPACE, Desk.BOB).build(), key);
    }

    @Test
    void keysAreAskedForOnce() {
        assertThat(tokens.verify(tokenOf(OLD))).isPresent();
        assertThat(tokens.verify(tokenOf(OLD))).isPresent();

        assertThat(asked).hasValue(1);
    }

    @Test
    void aNewKeyIsTrustedAtOnce() {
        assertThat(tokens.verify(tokenOf(OLD))).isPresent();
        published.set(new JWKSet(NEW.toPublicJWK()));

        assertThat(tokens.verify(tokenOf(NEW))).isPresent();
        assertThat(tokens.verify(tokenOf(OLD))).isEmpty();
    }

    @Test
    void anIssuerMayTakeASecondToAnswer() {
        pauseNanos.set(TimeUnit.SECONDS.toNanos(1));

        assertThat(tokens.verify(tokenOf(OLD))).isPresent();
        assertThat(asked).hasValue(1);
    }

    @Test
    void guessedKeysDoNotMakeUsAskWithoutEnd() {
        for (int guess = 0; guess < 50; guess++) {
            assertThat(tokens.verify(tokenOf(NEW))).isEmpty();
        }

        assertThat(asked.get()).isLessThan(5);
        assertThat(tokens.verify(tokenOf(OLD))).isPresent();
    }

    @Test
    void anIssuerThatIsDownLeavesKnownKeysTrusted() {
        assertThat(tokens.verify(tokenOf(OLD))).isPresent();
        status.set(503);

        assertThat(tokens.verify(tokenOf(NEW))).isEmpty();
        assertThat(tokens.verify(tokenOf(OLD))).isPresent();
    }

    @Test
    void anIssuerThatWasNeverUpIsAFault() {
        status.set(503);

        assertThatThrownBy(() -> tokens.verify(tokenOf(OLD))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThatThrownBy(() -> IssuerKeys.at("nowhere:/x")).isInstanceOf(IllegalArgumentException.class);
    }
}
