package dev.tagalong.domain.fanout;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BILLING;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.LINDA;
import static dev.tagalong.domain.memory.Desk.OLGA;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.follow.FollowAccess;
import dev.tagalong.domain.follow.Notify;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.notification.Channels;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.NotificationSettings;
import dev.tagalong.domain.notification.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    private final Scene scene = new Scene();

    private Verdict verdictOf(UserId user) {
        return scene.plan().verdicts().stream()
                .filter(verdict -> verdict.user().equals(user))
                .findFirst()
                .orElseThrow();
    }

    private Rule ruleOf(UserId user) {
        return verdictOf(user).rule();
    }

    private List<UserId> told() {
        return scene.plan().verdicts().stream()
                .filter(Verdict::notified)
                .map(Verdict::user)
                .toList();
    }

    @Test
    void aWorkspaceThatIsSwitchedOffTellsNobodyWhateverElseHolds() {
        scene.off().member(SAM).posts(SAM, MessageType.NOTE);
        assertThat(ruleOf(SAM)).isEqualTo(Rule.WORKSPACE_OFF);
    }

    @Test
    void withoutAccessNobodyIsToldEvenOfTheirOwnAct() {
        scene.assigned(new Assignment(null, BILLING)).posts(BOB, MessageType.NOTE, BOB);
        assertThat(ruleOf(BOB)).isEqualTo(Rule.NO_ACCESS);
    }

    @Test
    void nobodyIsToldOfTheirOwnActEvenIfMuted() {
        scene.muted(SAM).posts(SAM, MessageType.NOTE);
        assertThat(ruleOf(SAM)).isEqualTo(Rule.OWN_ACT);
        scene.posts(SAM, MessageType.NOTE, SAM);
        assertThat(ruleOf(SAM)).isEqualTo(Rule.OWN_ACT);
    }

    @Test
    void whatSomebodyPostsInTheCustomersNameIsTheirOwnActToo() {
        scene.member(SAM).member(OLGA).postsAsCustomer(SAM);
        assertThat(ruleOf(SAM)).isEqualTo(Rule.OWN_ACT);
        assertThat(ruleOf(OLGA)).isEqualTo(Rule.NOTIFIED);
    }

    @Test
    void aMuteSilencesEvenMentionsAndAssignments() {
        scene.muted(SAM).posts(OLGA, MessageType.NOTE, SAM);
        assertThat(ruleOf(SAM)).isEqualTo(Rule.MUTED);
        scene.happens(ActivityType.ASSIGNED, OLGA, SAM);
        assertThat(ruleOf(SAM)).isEqualTo(Rule.MUTED);
    }

    @Test
    void aMuteThatHasEndedSilencesNothing() {
        scene.mutedUntilNow(SAM).posts(OLGA, MessageType.NOTE);
        assertThat(ruleOf(SAM)).isEqualTo(Rule.NOTIFIED);
    }

    @Test
    void notifyNothingLetsAssignmentsThroughAndNothingElse() {
        scene.member(SAM, FollowAccess.READ_WRITE, Notify.NOTHING).posts(OLGA, MessageType.OUTGOING, SAM);
        assertThat(ruleOf(SAM)).isEqualTo(Rule.MEMBERSHIP_SILENT);
        scene.happens(ActivityType.FOLLOWER_ADDED, OLGA, SAM);
        assertThat(ruleOf(SAM)).isEqualTo(Rule.MEMBERSHIP_SILENT);
        scene.happens(ActivityType.ASSIGNED, OLGA, SAM);
        assertThat(ruleOf(SAM)).isEqualTo(Rule.NOTIFIED);
    }

    @Test
    void mentionsOnlyLetsMentionsAndAssignmentsThrough() {
        scene.member(SAM, FollowAccess.READ_WRITE, Notify.MENTIONS_ONLY).posts(OLGA, MessageType.OUTGOING);
        assertThat(ruleOf(SAM)).isEqualTo(Rule.MEMBERSHIP_SILENT);
        scene.posts(OLGA, MessageType.OUTGOING, SAM);
        assertThat(ruleOf(SAM)).isEqualTo(Rule.NOTIFIED);
        scene.happens(ActivityType.ASSIGNED, OLGA, SAM);
        assertThat(ruleOf(SAM)).isEqualTo(Rule.NOTIFIED);
    }

    @Test
    void theSettingsOfTheKindChooseTheChannels() {
        var quiet = NotificationSettings.DEFAULT.with(Kind.NOTE, new Channels(false, true));
        scene.settings(SAM, quiet).member(SAM).posts(OLGA, MessageType.NOTE);
        assertThat(verdictOf(SAM).channels()).isEqualTo(new Channels(false, true));
        scene.posts(OLGA, MessageType.OUTGOING);
        assertThat(verdictOf(SAM).channels()).isEqualTo(Channels.ALL);
    }

    @Test
    void whoIsNotToldHasNoChannels() {
        scene.muted(SAM).posts(OLGA, MessageType.NOTE);
        assertThat(verdictOf(SAM).channels()).isEqualTo(new Channels(false, false));
    }

    @Test
    void aMentionIsStrongerThanBeingTheAssigneeAndThanFollowing() {
        scene.assigned(new Assignment(BOB, null)).member(SAM).member(ALICE).posts(OLGA, MessageType.NOTE, BOB, SAM);
        assertThat(scene.plan().verdicts())
                .extracting(Verdict::user, Verdict::kind, Verdict::reason)
                .containsExactlyInAnyOrder(
                        tuple(BOB, Kind.MENTION, Reason.MENTION),
                        tuple(SAM, Kind.MENTION, Reason.MENTION),
                        tuple(ALICE, Kind.NOTE, Reason.FOLLOWER));
    }

    @Test
    void theAssigneeHearsRepliesAndNotesWithoutFollowing() {
        scene.assigned(new Assignment(BOB, null)).posts(LINDA, MessageType.INCOMING);
        assertThat(verdictOf(BOB))
                .extracting(Verdict::kind, Verdict::reason, Verdict::rule)
                .containsExactly(Kind.REPLY, Reason.ASSIGNED, Rule.NOTIFIED);
        scene.posts(SAM, MessageType.NOTE);
        assertThat(verdictOf(BOB).kind()).isEqualTo(Kind.NOTE);
    }

    @Test
    void anAssigneeWhoseFollowIsParkedIsToldOnce() {
        scene.assigned(new Assignment(BOB, null)).parked(BOB).posts(SAM, MessageType.NOTE);
        assertThat(scene.plan().verdicts()).hasSize(1);
        assertThat(verdictOf(BOB).reason()).isEqualTo(Reason.ASSIGNED);
    }

    @Test
    void aContactNeverHearsANoteNorGetsItsFrame() {
        scene.member(LINDA).viewing(LINDA).posts(BOB, MessageType.NOTE, LINDA);
        assertThat(ruleOf(LINDA)).isEqualTo(Rule.NO_ACCESS);
        assertThat(scene.plan().audience()).doesNotContain(LINDA);
    }

    @Test
    void aContactWhoFollowsHearsReplies() {
        scene.member(LINDA).posts(BOB, MessageType.OUTGOING);
        assertThat(told()).containsExactly(LINDA);
        assertThat(scene.plan().audience()).contains(LINDA);
    }

    @Test
    void aMentionGrantsNoAccess() {
        scene.posts(BOB, MessageType.NOTE, ALICE);
        assertThat(ruleOf(ALICE)).isEqualTo(Rule.NO_ACCESS);
    }

    @Test
    void anEndedMembershipHearsAndGetsNothing() {
        scene.member(ALICE, FollowAccess.NONE, Notify.ALL).viewing(ALICE).posts(BOB, MessageType.OUTGOING);
        assertThat(told()).isEmpty();
        assertThat(scene.plan().audience()).doesNotContain(ALICE);
    }

    @Test
    void anErasedOrDeactivatedFollowerIsNotTold() {
        var gone = scene.deactivated(60);
        scene.member(gone).posts(BOB, MessageType.OUTGOING);
        assertThat(ruleOf(gone)).isEqualTo(Rule.NO_ACCESS);
    }

    @Test
    void teamMembersGetFramesAndNoRows() {
        scene.posts(SAM, MessageType.OUTGOING);
        assertThat(scene.plan().audience()).containsExactlyInAnyOrder(BOB);
        assertThat(scene.plan().verdicts()).isEmpty();
    }

    @Test
    void framesGoToTeamAssigneeFollowersAndViewersWhoMaySeeIt() {
        scene.assigned(new Assignment(OLGA, SUPPORT)).member(ALICE).viewing(SAM).posts(SAM, MessageType.NOTE);
        assertThat(scene.plan().audience()).containsExactlyInAnyOrder(BOB, OLGA, ALICE, SAM);
    }

    @Test
    void aViewerWhoLostAccessGetsNoFrame() {
        scene.viewing(ALICE).posts(SAM, MessageType.OUTGOING);
        assertThat(scene.plan().audience()).doesNotContain(ALICE);
    }

    @Test
    void whoIsAddedOrAssignedIsTold() {
        scene.member(ALICE).happens(ActivityType.FOLLOWER_ADDED, SAM, ALICE);
        assertThat(verdictOf(ALICE))
                .extracting(Verdict::kind, Verdict::reason)
                .containsExactly(Kind.ADDED, Reason.ADDED);
        scene.happens(ActivityType.ASSIGNED, SAM, BOB);
        assertThat(verdictOf(BOB))
                .extracting(Verdict::kind, Verdict::reason)
                .containsExactly(Kind.ASSIGNED, Reason.ASSIGNED);
    }

    /** Alice belongs to no team of the ticket: all that she sees of it she sees by following. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    # membership,    added,             reply,             note,              mention,           assigned,  frames
                    ALL,             NOTIFIED,          NOTIFIED,          NOTIFIED,          NOTIFIED,          NOTIFIED,  true
                    MUTED,           MUTED,             MUTED,             MUTED,             MUTED,             MUTED,     true
                    MENTIONS_ONLY,   MEMBERSHIP_SILENT, MEMBERSHIP_SILENT, MEMBERSHIP_SILENT, NOTIFIED,          NOTIFIED,  true
                    NOTHING,         MEMBERSHIP_SILENT, MEMBERSHIP_SILENT, MEMBERSHIP_SILENT, MEMBERSHIP_SILENT, NOTIFIED,  true
                    READ,            NOTIFIED,          NOTIFIED,          NOTIFIED,          NOTIFIED,          NOTIFIED,  true
                    NONE,            -,                 -,                 -,                 NO_ACCESS,         NOTIFIED,  false
                    ABSENT,          -,                 -,                 -,                 NO_ACCESS,         NOTIFIED,  false
                    """)
    void whatAMembershipLetsThrough(
            String membership,
            String added,
            String reply,
            String note,
            String mention,
            String assigned,
            boolean frames) {
        switch (membership) {
            case "ALL" -> scene.member(ALICE);
            case "MUTED" -> scene.muted(ALICE);
            case "MENTIONS_ONLY", "NOTHING" -> scene.member(ALICE, FollowAccess.READ_WRITE, Notify.valueOf(membership));
            case "READ", "NONE" -> scene.member(ALICE, FollowAccess.valueOf(membership), Notify.ALL);
            default -> scene.viewing(ALICE);
        }
        assertThat(List.of(
                        ruleOrNone(scene.happens(ActivityType.FOLLOWER_ADDED, SAM, ALICE)),
                        ruleOrNone(scene.posts(LINDA, MessageType.INCOMING)),
                        ruleOrNone(scene.posts(SAM, MessageType.NOTE)),
                        ruleOrNone(scene.posts(SAM, MessageType.NOTE, ALICE))))
                .containsExactly(added, reply, note, mention);
        assertThat(scene.plan().audience().contains(ALICE)).isEqualTo(frames);
        scene.assigned(new Assignment(ALICE, null)).happens(ActivityType.ASSIGNED, SAM, ALICE);
        assertThat(ruleOf(ALICE)).hasToString(assigned);
    }

    private static String ruleOrNone(Scene scene) {
        return scene.plan().verdicts().stream()
                .filter(verdict -> verdict.user().equals(ALICE))
                .map(verdict -> verdict.rule().name())
                .findFirst()
                .orElse("-");
    }

    @Test
    void whoWasAddedAndHasLeftSinceIsNotTold() {
        scene.happens(ActivityType.FOLLOWER_ADDED, OLGA, SAM);
        assertThat(scene.plan().verdicts()).isEmpty();
    }

    @Test
    void removalAndEveryOtherChangeTellNobody() {
        scene.member(ALICE).assigned(new Assignment(BOB, null));
        for (var type : List.of(
                ActivityType.FOLLOWED,
                ActivityType.UNFOLLOWED,
                ActivityType.FOLLOWER_REMOVED,
                ActivityType.FOLLOW_PARKED,
                ActivityType.FOLLOW_RESTORED,
                ActivityType.STATUS_CHANGED,
                ActivityType.TAGS_CHANGED,
                ActivityType.UNASSIGNED,
                ActivityType.TEAM_ASSIGNED)) {
            scene.happens(type, SAM, ALICE);
            assertThat(scene.plan().verdicts()).as("%s", type).isEmpty();
        }
    }
}
