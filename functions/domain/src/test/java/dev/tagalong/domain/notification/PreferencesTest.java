package dev.tagalong.domain.notification;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.memory.Desk;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreferencesTest {
    private final Desk desk = new Desk();
    private final Preferences preferences = new Preferences(desk.store.records(), desk.store.ledger());

    @Test
    void anInactiveUserHasNone() {
        var gone = desk.as(desk.inactiveAgent(60));
        assertThat(refused(preferences.get(gone))).isEqualTo(Refusal.Unauthenticated.class);
        assertThat(refused(preferences.change(gone, settings -> settings))).isEqualTo(Refusal.Unauthenticated.class);
    }

    @Test
    void everythingIsOnAndNobodyFollowsByThemselvesAtFirst() {
        var settings = done(preferences.get(desk.as(BOB)));
        for (var kind : Kind.values()) {
            assertThat(settings.of(kind)).isEqualTo(Channels.ALL);
        }
        assertThat(settings.autoFollow()).isEqualTo(AutoFollow.OFF);
        assertThat(settings.quietWindow()).isNull();
    }

    @Test
    void aChangeMergesAndIsTheirsAlone() {
        var off = new Channels(false, false);
        done(preferences.change(desk.as(BOB), settings -> settings.with(Kind.REPLY, off)));
        done(preferences.change(desk.as(BOB), settings -> settings.with(Kind.NOTE, off)));
        assertThat(done(preferences.get(desk.as(BOB))).of(Kind.REPLY)).isEqualTo(off);
        assertThat(done(preferences.get(desk.as(BOB))).of(Kind.NOTE)).isEqualTo(off);
        assertThat(done(preferences.get(desk.as(ALICE)))).isEqualTo(NotificationSettings.DEFAULT);
    }

    @Test
    void ofTwoChangesAtOnceBothStay() {
        var off = new Channels(false, false);
        desk.store
                .faults()
                .beforeNextCommit(() ->
                        done(preferences.change(desk.as(BOB), settings -> settings.with(Kind.REPLY, off))));

        var settings = done(preferences.change(desk.as(BOB), read -> read.with(Kind.NOTE, off)));

        assertThat(settings.of(Kind.REPLY)).isEqualTo(off);
        assertThat(settings.of(Kind.NOTE)).isEqualTo(off);
        assertThat(done(preferences.get(desk.as(BOB)))).isEqualTo(settings);
    }

    @Test
    void aQuietWindowIsZeroToFifteenMinutes() {
        assertThatIllegalArgumentException().isThrownBy(() -> window(Duration.ofSeconds(901)));
        assertThatIllegalArgumentException().isThrownBy(() -> window(Duration.ofSeconds(-1)));
        assertThat(window(Duration.ofMinutes(15)).quietWindow()).isEqualTo(Duration.ofMinutes(15));
    }

    private static NotificationSettings window(Duration quiet) {
        return new NotificationSettings(Map.of(), AutoFollow.OFF, quiet);
    }
}
