package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who sees what, and that it ends when it shall. */
@ExtendWith(RunningStack.class)
class AccessTest {
    private static final Ticket SHOWN = new Ticket("afa55a3b-60fa-4930-8382-4ad39cf6929f", 217, "");

    private final Desk desk;

    AccessTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    void unfollowingEndsReadingFramesRowsAndMailAtOnce() {
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        var ticket = desk.ticketOf(tom);
        tom.follow(ticket).is(200);
        tom.add(ticket, mia).is(200);
        mia.inbox(ticket, 1);
        try (var hers = desk.socket(mia);
                var his = desk.socket(tom)) {
            hers.subscribe(ticket);
            mia.unfollow(ticket).is(200);
            mia.api().get(ticket.path("")).refuses(404, "NotFound", "conversation not found");
            mia.inbox(ticket, 0);
            desk.owner().note(ticket, "Not for Mia.");
            his.await("new_message", ticket, 1);
            tom.inbox(ticket, 1);
            assertThat(hers.of("new_message", ticket)).isEmpty();
        }
        mia.inbox(ticket, 0);
    }

    @Test
    void aFollowerReadsTheWholeHistoryAndPostsNotesAndNothingElse() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticketOf(desk.agent("Tom"));
        var first = desk.owner().customerWrites(ticket, "Hello.");
        desk.owner().add(ticket, mia).is(200);
        assertThat(mia.api().get(ticket.path("/messages")).is(200).column("uuid", "data", "results"))
                .containsExactly(first);
        mia.note(ticket, "I know this customer.");
        for (var answer : List.of(
                mia.api().post(ticket.path("/messages"), "message", "Hello Linda"),
                mia.api().post(ticket.path("/messages"), "message", "Hello", "sender_type", "contact"),
                mia.api().put(ticket.path("/status"), "status", "closed"),
                mia.api().put(ticket.path("/priority"), "priority", "low"),
                mia.api().put(ticket.path("/tags"), "tags", List.of("mine")),
                mia.api().put(ticket.path("/assignee/user"), "assignee_id", mia.id()),
                mia.api().put(ticket.path("/assignee/user/remove")))) {
            answer.refuses(403, "Permission", "you may not do this");
        }
    }

    @Test
    void supervisorsSeeEverythingAndAgentsWhatIsTheirsOrNobodys() {
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        var sam = desk.agent("Sam", "supervisor");
        var ofTeam = desk.ticketOf(tom);
        var ofTom = desk.ticket();
        desk.assign(ofTom, tom);
        for (var ticket : List.of(ofTeam, ofTom)) {
            sam.api().put(ticket.path("/status"), "status", "pending").is(200);
            tom.api().put(ticket.path("/status"), "status", "open").is(200);
            mia.api().put(ticket.path("/status"), "status", "open").is(404);
        }
        var ofNobody = desk.ticket();
        mia.api().get(ofNobody.path("")).is(200);
        mia.api().put(ofNobody.path("/status"), "status", "closed").is(403);
        mia.api().put(ofNobody.path("/assignee/user"), "assignee_id", mia.id()).is(200);
    }

    @Test
    void whoeverViewsByRoleMayAddOnlyWhoSeesItAlready() {
        var mia = desk.agent("Mia");
        var tom = desk.agent("Tom");
        var ticket = desk.ticket();
        mia.add(ticket, tom).is(200);
        mia.remove(ticket, tom).refuses(403, "Permission", "you may not do this");
    }

    @Test
    void anotherWorkspaceFindsNoneOfTheTickets() {
        var stranger = desk.nobody();
        var token = stranger.post("/_local/token", "email", "admin@other.example", "workspace", "other")
                .is(200)
                .string("token");
        var other = stranger.as(token);
        var answers = new ArrayList<Answer>();
        for (var rest : List.of("", "/participants", "/messages", "/activities")) {
            answers.add(other.get(SHOWN.path(rest)));
        }
        answers.add(other.get("/api/v1/conversations/by-ref/217"));
        answers.add(other.post(SHOWN.path("/follow")));
        answers.add(other.post(SHOWN.path("/followers"), "user_id", 2));
        answers.add(other.delete(SHOWN.path("/follow")));
        answers.add(other.delete(SHOWN.path("/followers/17")));
        answers.add(other.post(SHOWN.path("/messages"), "message", "Hello"));
        answers.add(other.put(SHOWN.path("/status"), "status", "closed"));
        answers.add(other.put(SHOWN.path("/priority"), "priority", "low"));
        answers.add(other.put(SHOWN.path("/tags"), "tags", List.of("x")));
        answers.add(other.put(SHOWN.path("/assignee/user"), "assignee_id", 2));
        answers.add(other.put(SHOWN.path("/assignee/team"), "assignee_id", 1));
        answers.add(other.put(SHOWN.path("/assignee/user/remove")));
        answers.add(other.put(SHOWN.path("/assignee/team/remove")));
        assertThat(answers).allSatisfy(answer -> answer.refuses(404, "NotFound", "conversation not found"));
        assertThat(other.get("/api/v1/conversations").is(200).number("data", "total"))
                .isZero();
    }
}
