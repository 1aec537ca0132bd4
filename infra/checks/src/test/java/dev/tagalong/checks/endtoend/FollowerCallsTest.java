package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The five follower calls, when all is well. */
@ExtendWith(RunningStack.class)
class FollowerCallsTest {
    private final Desk desk;

    FollowerCallsTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    void everyCallAnswersTheRefreshedListInTheShapeOfThePicker() {
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        var ticket = desk.ticket();
        assertThat(mia.follow(ticket).is(200).body())
                .isEqualTo(Map.of("data", Map.of("participants", List.of(mia.asParticipant()))));
        assertThat(mia.add(ticket, tom).is(200).rows("data", "participants"))
                .containsExactlyInAnyOrder(mia.asParticipant(), tom.asParticipant());
        assertThat(tom.api().get(ticket.path("/participants")).is(200).rows("data"))
                .containsExactlyInAnyOrder(mia.asParticipant(), tom.asParticipant());
        assertThat(desk.owner().remove(ticket, tom).is(200).rows("data", "participants"))
                .containsExactly(mia.asParticipant());
        assertThat(mia.unfollow(ticket).is(200).body()).isEqualTo(Map.of("data", Map.of("participants", List.of())));
    }

    @Test
    void everyCallTwiceIsTheSameAsOnce() {
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        var ticket = desk.ticket();
        var followed = mia.follow(ticket).is(200).body();
        assertThat(mia.follow(ticket).is(200).body()).isEqualTo(followed);
        var added = mia.add(ticket, tom).is(200).body();
        assertThat(mia.add(ticket, tom).is(200).body()).isEqualTo(added);
        tom.inbox(ticket, 1);
        var removed = desk.owner().remove(ticket, tom).is(200).body();
        assertThat(desk.owner().remove(ticket, tom).is(200).body()).isEqualTo(removed);
        var left = mia.unfollow(ticket).is(200).body();
        assertThat(mia.unfollow(ticket).is(200).body()).isEqualTo(left);
        assertThat(tom.inbox(ticket, 1)).hasSize(1);
    }

    @Test
    void addingTheSystemUserChangesNothing() {
        var ticket = desk.ticket();
        assertThat(desk.owner()
                        .api()
                        .post(ticket.path("/followers"), "user_id", 1)
                        .is(200)
                        .rows("data", "participants"))
                .isEmpty();
        assertThat(desk.owner().api().get(ticket.path("/activities")).column("type", "data", "results"))
                .doesNotContain("follower_added");
    }

    @Test
    void theAssigneeWhoFollowsGetsTheUnchangedList() {
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        var ticket = desk.ticket();
        desk.assign(ticket, mia);
        desk.owner().add(ticket, tom).is(200);
        assertThat(mia.follow(ticket).is(200).rows("data", "participants")).containsExactly(tom.asParticipant());
        assertThat(desk.owner().add(ticket, mia).is(200).rows("data", "participants"))
                .containsExactly(tom.asParticipant());
    }

    @Test
    void addingOneselfIsFollowingAndRemovingOneselfUnfollowing() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticket();
        assertThat(mia.add(ticket, mia).is(200).rows("data", "participants")).containsExactly(mia.asParticipant());
        assertThat(mia.remove(ticket, mia).is(200).rows("data", "participants")).isEmpty();
        assertThat(mia.api().get(ticket.path("/activities")).is(200).column("type", "data", "results"))
                .startsWith("unfollowed", "followed");
    }

    @Test
    void whoeverMayReadNoMoreAfterUnfollowingGetsTheListOnceAndThenAnEmptyOne() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticketOf(desk.agent("Tom"));
        var sam = desk.agent("Sam", "supervisor");
        sam.follow(ticket).is(200);
        desk.owner().add(ticket, mia).is(200);
        assertThat(mia.unfollow(ticket).is(200).rows("data", "participants")).containsExactly(sam.asParticipant());
        assertThat(mia.unfollow(ticket).is(200).rows("data", "participants")).isEmpty();
    }

    @Test
    void theLogTellsWhoFollowedUnfollowedAddedAndRemovedWhom() {
        var mia = desk.agent("Mia", "supervisor");
        var tom = desk.agent("Tom");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        mia.add(ticket, tom).is(200);
        mia.remove(ticket, tom).is(200);
        mia.unfollow(ticket).is(200);
        var log = mia.api().get(ticket.path("/activities?page_size=4")).is(200);
        assertThat(log.column("type", "data", "results"))
                .containsExactly("unfollowed", "follower_removed", "follower_added", "followed");
        assertThat(log.column("actor", "data", "results")).containsOnly(mia.asActor());
        assertThat(log.column("target", "data", "results"))
                .containsExactly(mia.asActor(), tom.asActor(), tom.asActor(), mia.asActor());
        assertThat(log.rows("data", "results"))
                .allSatisfy(row -> assertThat(row).containsKeys("id", "created_at"));
        assertThat(log.number("data", "total")).isEqualTo(5);
        assertThat(log.number("data", "total_pages")).isEqualTo(2);
    }
}
