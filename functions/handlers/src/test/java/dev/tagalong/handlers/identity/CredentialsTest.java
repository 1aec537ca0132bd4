package dev.tagalong.handlers.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.key.KeyCallers;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.memory.Faults;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CredentialsTest {
    private final FrontDesk front = new FrontDesk();
    private final Credentials credentials =
            new Credentials(front.issuer.tokens(), new KeyCallers(front.desk.store.apiKeys(), front.desk.clock));
    private final String key = key();

    private String key() {
        var now = front.desk.clock.instant();
        return Desk.done(front.keys().create(front.desk.as(Desk.ADA), Desk.BOB, "CRM", null, now))
                .text();
    }

    private static String basic(String pair) {
        return basic(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String basic(byte[] pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private int calls() {
        return front.desk.store.faults().calls();
    }

    @Test
    void aTokenCostsNoRead() {
        int before = calls();
        var token = front.issuer.token(Desk.WORKSPACE, Desk.ALICE);

        assertThat(credentials.verify("Bearer " + token).map(Caller::user)).contains(Desk.ALICE);
        assertThat(calls()).isEqualTo(before);
    }

    @Test
    void aKeyCostsOneRead() {
        int before = calls();

        assertThat(credentials.verify("Bearer " + key).map(Caller::user)).contains(Desk.BOB);
        assertThat(calls()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"crm:", ":", "Zoë 👋:", "tgl.demo.x:"})
    void aKeyIsABasicPasswordWithAnyUserName(String name) {
        assertThat(credentials.verify(basic(name + key)).map(Caller::user)).contains(Desk.BOB);
        assertThat(credentials
                        .verify(basic(name + key).replace("Basic", "bASIC"))
                        .map(Caller::user))
                .contains(Desk.BOB);
    }

    @Test
    void theFirstColonEndsTheUserName() {
        assertThat(credentials.verify(basic("a:b:" + key))).isEmpty();
    }

    @Test
    void aTokenIsNoPasswordAndAKeyNoUserName() {
        var token = front.issuer.token(Desk.WORKSPACE, Desk.ALICE);

        assertThat(credentials.verify(basic("alice:" + token))).isEmpty();
        assertThat(credentials.verify(basic(key + ":"))).isEmpty();
        assertThat(credentials.verify(basic(key))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic",
                "Basic ",
                "Basic %%%",
                "Basic Zm9v",
                "Basic Zm9v=",
                "Basic Zm9vOg==,Bearer x",
                "Bearer tgl.",
                "Bearer tgl.demo.",
                "Bearer tgl.demo.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "Bearer tgl.other.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "Digest username=\"bob\"",
                "basic:",
                "\u0000"
            })
    void whatIsMalformedOrUnknownProvesNothing(String header) {
        assertThat(credentials.verify(header)).isEmpty();
    }

    @Test
    void nothingAndTooMuchProveNothing() {
        assertThat(credentials.verify(null)).isEmpty();
        assertThat(credentials.verify(basic("a".repeat(100_000) + ":" + key))).isEmpty();
        assertThat(credentials.verify(basic(new byte[] {(byte) 0xc3, ':', 'x'})))
                .isEmpty();
    }

    @Test
    void aKeyOfAnotherWorkspaceSpeaksForNobodyHere() {
        var moved = key.replace("tgl.demo.", "tgl.other.");

        assertThat(credentials.verify("Bearer " + moved)).isEmpty();
        assertThat(credentials.verify(basic("x:" + moved))).isEmpty();
    }

    @Test
    void aTableThatCannotBeReadIsNoVerdictOnAKey() {
        front.desk.store.faults().failAfter(0);

        assertThatThrownBy(() -> credentials.verify("Bearer " + key)).isInstanceOf(Faults.StoreLost.class);
    }

    @Test
    void anUnknownUserOfAGoodTokenIsForTheGate() {
        var token = front.issuer.token(Desk.WORKSPACE, new UserId(999));

        assertThat(credentials.verify("Bearer " + token)).isPresent();
    }
}
