package dev.tagalong.domain.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.message.Draft;
import dev.tagalong.domain.message.MessageView;
import dev.tagalong.domain.message.Messages;
import dev.tagalong.domain.store.Ledger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The course of a call, with the one call that nothing else keeps from being done twice: posting a message. */
final class CourseTest {
    private final Desk desk = new Desk();
    private final ConversationId ticket = desk.supportTicket();
    private final Ledger ledger = desk.store.ledger();
    private final Messages messages = new Messages(desk.store.records(), ledger, desk.store.messages(), desk.ids);
    private final Claim claim = new Claim("name", "request", desk.clock.instant(), List.of());

    private MessageView note() {
        var draft = new Draft("Look here", true, false, List.of());
        return Desk.done(messages.post(desk.as(Desk.BOB), ticket, draft, claim.at()));
    }

    private Claim kept() {
        return desk.store.claims().find(Desk.WORKSPACE, "name").orElseThrow().claim();
    }

    private long posted() {
        return desk.logged().stream()
                .filter(ActivityType.MESSAGE_POSTED::equals)
                .count();
    }

    @Test
    void theClaimIsWrittenWithTheChangeAndHoldsWhatWasDrawn() {
        var course = Course.of(claim);

        var note = course.run(this::note);

        assertThat(course.hasTakenEffect()).isTrue();
        assertThat(kept().drawn()).contains(note.message().id().toString());
        assertThat(kept().at()).isEqualTo(claim.at());
    }

    @Test
    void runAnewItGivesTheSameAndChangesNothing() {
        var first = Course.of(claim).run(this::note);

        var course = Course.anew(kept());
        var again = course.run(this::note);

        assertThat(again.message()).isEqualTo(first.message());
        assertThat(course.hasTakenEffect()).isTrue();
        assertThat(posted()).isEqualTo(1);
    }

    @Test
    void whoeverComesSecondIsOvertakenAndChangesNothing() {
        Course.of(claim).run(this::note);

        var late = Course.of(new Claim("name", "request", desk.clock.instant(), List.of()));
        assertThatThrownBy(() -> late.run(this::note)).isInstanceOf(Course.Overtaken.class);
        assertThat(late.hasTakenEffect()).isFalse();
        assertThat(posted()).isEqualTo(1);
    }

    @Test
    void afterADayTheNameIsFreeForAnother() {
        Course.of(claim).run(this::note);
        desk.clock.advance(Claim.LIFE);

        Course.of(new Claim("name", "another", desk.clock.instant(), List.of())).run(this::note);
        assertThat(posted()).isEqualTo(2);
        assertThat(kept().request()).isEqualTo("another");
    }

    @Test
    void whatIsRefusedHasTakenNoEffect() {
        var course = Course.of(claim);

        course.run(() ->
                messages.post(desk.as(Desk.ALICE), ticket, new Draft("Look", true, false, List.of()), claim.at()));
        assertThat(course.hasTakenEffect()).isFalse();
        assertThat(desk.store.claims().find(Desk.WORKSPACE, "name")).isEmpty();
    }

    @Test
    void numbersAreDrawnOnce() {
        var course = Course.of(claim);
        var first = course.run(() -> {
            int number = ledger.next(Desk.WORKSPACE, Ledger.Counter.TEAM);
            note();
            return number;
        });

        var again = Course.anew(kept()).run(() -> ledger.next(Desk.WORKSPACE, Ledger.Counter.TEAM));
        assertThat(again).isEqualTo(first);
        assertThat(ledger.next(Desk.WORKSPACE, Ledger.Counter.TEAM)).isEqualTo(first + 1);
    }

    @Test
    void outsideOfACourseNothingIsClaimed() {
        note();
        note();

        assertThat(posted()).isEqualTo(2);
    }
}
