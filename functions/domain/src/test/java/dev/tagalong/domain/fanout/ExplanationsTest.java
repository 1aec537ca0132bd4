package dev.tagalong.domain.fanout;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.LINDA;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.notification.Reason;
import org.junit.jupiter.api.Test;

final class ExplanationsTest {
    private final Scene scene = new Scene();
    private final Desk desk = scene.desk;
    private final Explanations explanations =
            new Explanations(desk.store.records(), desk.store.activityLog(), desk.store.verdicts(), scene.finder());

    private Outcome<Explanation> ask(UserId asker, UserId about, EventId event) {
        return explanations.explain(desk.as(asker), scene.ticket, about, event, desk.clock.instant());
    }

    private Outcome<Explanation> ask(UserId asker, UserId about) {
        return ask(asker, about, scene.activity().id());
    }

    private void fannedOut() {
        desk.store
                .verdicts()
                .keep(Desk.WORKSPACE, scene.activity().id(), scene.plan().verdicts());
    }

    @Test
    void whatWasDecidedStandsThoughThingsHaveChanged() {
        scene.member(ALICE).posts(BOB, MessageType.NOTE);
        fannedOut();
        scene.muted(ALICE);

        assertThat(done(ask(BOB, ALICE))).isEqualTo(new Explanation(Reason.FOLLOWER, Rule.NOTIFIED, false));
        assertThat(done(ask(BOB, ALICE)).notified()).isTrue();
    }

    @Test
    void whoHadNoVerdictHadNoReason() {
        scene.posts(BOB, MessageType.NOTE);
        fannedOut();
        scene.member(ALICE);

        assertThat(done(ask(BOB, ALICE))).isEqualTo(new Explanation(null, Rule.NO_REASON, false));
    }

    @Test
    void whatIsNotKeptIsDecidedAnewAndSaysSo() {
        scene.posts(BOB, MessageType.NOTE);
        scene.muted(ALICE);

        var explanation = done(ask(BOB, ALICE));
        assertThat(explanation).isEqualTo(new Explanation(Reason.FOLLOWER, Rule.MUTED, true));
        assertThat(explanation.notified()).isFalse();
    }

    @Test
    void followersAskAboutThemselvesAlone() {
        scene.member(ALICE).posts(BOB, MessageType.NOTE);

        assertThat(done(ask(ALICE, ALICE)).rule()).isEqualTo(Rule.NOTIFIED);
        assertThat(refused(ask(ALICE, SAM))).isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void theUnseenIsNotFound() {
        scene.posts(BOB, MessageType.NOTE);

        assertThat(refused(ask(ALICE, ALICE))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(ask(BOB, LINDA))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(ask(BOB, ALICE, desk.ids.event()))).isEqualTo(Refusal.NotFound.class);
    }
}
