package dev.tagalong.domain.activity;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.LINDA;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.follow.FollowAccess;
import dev.tagalong.domain.follow.Notify;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.store.Write;
import org.junit.jupiter.api.Test;

class ActivitiesTest {
    private final Desk desk = new Desk();
    private final ConversationId ticket = desk.supportTicket();
    private final Activities activities = new Activities(desk.store.records(), desk.store.activityLog());

    private void record(ActivityType type, UserId actor, UserId target) {
        desk.commit(new Write.RecordActivity(desk.activity(ticket, type, actor, target, null)));
    }

    @Test
    void aContactSeesNoLog() {
        desk.follows(ticket, LINDA);
        assertThat(refused(activities.page(desk.as(LINDA), ticket, 1, 10))).isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void whoHasNoViewOrNoneAnyLongerSeesNoLog() {
        assertThat(refused(activities.page(desk.as(ALICE), ticket, 1, 10))).isEqualTo(Refusal.NotFound.class);
        desk.member(ticket, ALICE, FollowAccess.NONE, Notify.ALL);
        assertThat(refused(activities.page(desk.as(ALICE), ticket, 1, 10))).isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void theNewestComesFirstWithWhoDidItToWhom() {
        record(ActivityType.FOLLOWED, BOB, BOB);
        record(ActivityType.FOLLOWER_ADDED, SAM, ALICE);
        var page = done(activities.page(desk.as(BOB), ticket, 1, 1));
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.rows()).singleElement().satisfies(row -> {
            assertThat(row.activity().type()).isEqualTo(ActivityType.FOLLOWER_ADDED);
            assertThat(row.actor()).isEqualTo(desk.user(SAM));
            assertThat(row.target()).isEqualTo(desk.user(ALICE));
        });
    }

    @Test
    void whoWasErasedLeavesANamelessEntry() {
        record(ActivityType.FOLLOWED, new UserId(999), new UserId(999));
        assertThat(done(activities.page(desk.as(BOB), ticket, 1, 10))
                        .rows()
                        .getFirst()
                        .actor())
                .isNull();
    }
}
