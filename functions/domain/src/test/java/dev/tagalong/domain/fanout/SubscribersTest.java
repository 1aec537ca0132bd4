package dev.tagalong.domain.fanout;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BILLING;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.LINDA;
import static dev.tagalong.domain.memory.Desk.OLGA;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.Channel;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.conversation.Origin;
import dev.tagalong.domain.conversation.Source;
import dev.tagalong.domain.follow.FollowAccess;
import dev.tagalong.domain.follow.Notify;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.notification.Channels;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.NotificationSettings;
import dev.tagalong.domain.notification.Reason;
import dev.tagalong.domain.store.Write;
import dev.tagalong.domain.subscription.ThreadCategory;
import dev.tagalong.domain.subscription.ThreadEvent;
import dev.tagalong.domain.subscription.ThreadType;
import dev.tagalong.domain.subscription.Topic;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What subscribers of the ticket's thread hear of. */
class SubscribersTest {
    private static final Topic[] ALL = Arrays.stream(ThreadEvent.values())
            .flatMap(event -> Arrays.stream(ThreadCategory.values()).map(category -> internal(category, event)))
            .toArray(Topic[]::new);

    private final Scene scene = new Scene();

    private static Topic internal(ThreadCategory category, ThreadEvent event) {
        return new Topic(ThreadType.INTERNAL, category, event);
    }

    private static Topic manual(ThreadEvent event) {
        return internal(ThreadCategory.MANUAL, event);
    }

    private String heard(UserId user) {
        return scene.plan().verdicts().stream()
                .filter(verdict -> verdict.user().equals(user))
                .map(verdict ->
                        (verdict.kind() + " " + verdict.reason() + " " + verdict.rule()).toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("-");
    }

    private void happens(String what, UserId actor) {
        switch (what) {
            case "NOTE", "INCOMING", "OUTGOING" -> scene.posts(actor, MessageType.valueOf(what));
            default -> scene.happens(ActivityType.valueOf(what), actor, OLGA);
        }
    }

    /** Every kind of activity, for somebody whose role lets them see it, and what each topic alone makes of it. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # activity,            internal_note, reply, status, assignment
            NOTE,                  note,          -,     -,      -
            INCOMING,              -,             reply, -,      -
            OUTGOING,              -,             reply, -,      -
            STATUS_CHANGED,        -,             -,     update, -
            ASSIGNED,              -,             -,     -,      update
            UNASSIGNED,            -,             -,     -,      update
            TEAM_ASSIGNED,         -,             -,     -,      update
            TEAM_UNASSIGNED,       -,             -,     -,      update
            CONVERSATION_CREATED,  -,             -,     -,      -
            CONVERSATION_DELETED,  -,             -,     -,      -
            FOLLOWED,              -,             -,     -,      -
            UNFOLLOWED,            -,             -,     -,      -
            FOLLOWER_ADDED,        -,             -,     -,      -
            FOLLOWER_REMOVED,      -,             -,     -,      -
            FOLLOW_PARKED,         -,             -,     -,      -
            FOLLOW_RESTORED,       -,             -,     -,      -
            MEMBERSHIP_CHANGED,    -,             -,     -,      -
            PRIORITY_CHANGED,      -,             -,     -,      -
            TAGS_CHANGED,          -,             -,     -,      -
            SUBJECT_CHANGED,       -,             -,     -,      -
            """)
    void whatEachTopicHearsOf(String activity, String note, String reply, String status, String assignment) {
        assertThat(Stream.of(ThreadEvent.values()).map(event -> {
                    scene.subscribed(SAM, manual(event));
                    happens(activity, OLGA);
                    return heard(SAM).replace(" subscription notified", "");
                }))
                .containsExactly(note, reply, status, assignment);
    }

    @Test
    void everyTypeOfActivityStandsInThatTable() {
        assertThat(ActivityType.values()).as("and three kinds of message").hasSize(20 - 3 + 1);
    }

    @ParameterizedTest
    @EnumSource
    void byWhomItWasDoneIsHalfOfATopic(ThreadCategory category) {
        scene.subscribed(SAM, internal(category, ThreadEvent.STATUS));

        happens("STATUS_CHANGED", SYSTEM);
        assertThat(heard(SAM)).isEqualTo(category == ThreadCategory.AUTOMATIC ? "update subscription notified" : "-");
        happens("STATUS_CHANGED", OLGA);
        assertThat(heard(SAM)).isEqualTo(category == ThreadCategory.MANUAL ? "update subscription notified" : "-");
    }

    /** Alice sees nothing of the ticket but by following it. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # membership,  note,                                reply,                                status
            ABSENT,        note subscription no_access,         reply subscription no_access,         update subscription no_access
            NONE,          note subscription no_access,         reply subscription no_access,         update subscription no_access
            ALL,           note follower notified,              reply follower notified,              update subscription notified
            MUTED,         note follower muted,                 reply follower muted,                 update subscription muted
            MENTIONS_ONLY, note follower membership_silent,     reply follower membership_silent,     update subscription membership_silent
            NOTHING,       note follower membership_silent,     reply follower membership_silent,     update subscription membership_silent
            """)
    void aSubscriptionGrantsNothingAndBreaksNoSilence(String membership, String note, String reply, String status) {
        scene.subscribed(ALICE, ALL);
        switch (membership) {
            case "ALL" -> scene.member(ALICE);
            case "MUTED" -> scene.muted(ALICE);
            case "NONE" -> scene.member(ALICE, FollowAccess.NONE, Notify.ALL);
            case "ABSENT" -> {}
            default -> scene.member(ALICE, FollowAccess.READ_WRITE, Notify.valueOf(membership));
        }
        happens("NOTE", OLGA);
        assertThat(heard(ALICE)).isEqualTo(note);
        happens("INCOMING", LINDA);
        assertThat(heard(ALICE)).isEqualTo(reply);
        happens("STATUS_CHANGED", OLGA);
        assertThat(heard(ALICE)).isEqualTo(status);
    }

    @Test
    void everyOtherReasonIsStronger() {
        scene.subscribed(BOB, ALL).subscribed(SAM, ALL).posts(OLGA, MessageType.NOTE, SAM);
        assertThat(heard(SAM)).isEqualTo("mention mention notified");
        scene.member(SAM).posts(OLGA, MessageType.NOTE);
        assertThat(heard(SAM)).isEqualTo("note follower notified");
        scene.assigned(new Assignment(BOB, null)).posts(OLGA, MessageType.NOTE);
        assertThat(heard(BOB)).isEqualTo("note assigned notified");
        scene.happens(ActivityType.ASSIGNED, OLGA, BOB);
        assertThat(heard(BOB)).isEqualTo("assigned assigned notified");
        assertThat(scene.plan().verdicts()).extracting(Verdict::user).doesNotHaveDuplicates();
    }

    @Test
    void theOtherRulesHoldForSubscribersToo() {
        scene.subscribed(SAM, ALL);
        happens("STATUS_CHANGED", SAM);
        assertThat(heard(SAM)).isEqualTo("update subscription own_act");
        var gone = scene.deactivated(60);
        scene.subscribed(gone, ALL).subscribed(new UserId(999), ALL);
        assertThat(heard(gone)).isEqualTo("update subscription no_access");
        assertThat(heard(new UserId(999))).isEqualTo("update subscription no_access");
        scene.off();
        assertThat(heard(SAM)).isEqualTo("update subscription workspace_off");
    }

    @Test
    void theSettingsOfUpdateChooseTheChannels() {
        var quiet = NotificationSettings.DEFAULT.with(Kind.UPDATE, new Channels(true, false));
        scene.settings(SAM, quiet).subscribed(SAM, ALL);
        happens("STATUS_CHANGED", OLGA);

        assertThat(scene.plan().verdicts())
                .singleElement()
                .extracting(Verdict::channels)
                .isEqualTo(new Channels(true, false));
    }

    @Test
    void aContactHearsRepliesWhereTheyTakePartAndNeverANote() {
        var replies = new Topic(ThreadType.EXTERNAL, ThreadCategory.MANUAL, ThreadEvent.REPLY);
        scene.subscribed(LINDA, replies, manual(ThreadEvent.INTERNAL_NOTE));
        happens("OUTGOING", OLGA);
        assertThat(heard(LINDA)).isEqualTo("reply subscription no_access");
        scene.member(LINDA);
        happens("OUTGOING", OLGA);
        assertThat(heard(LINDA)).isEqualTo("reply follower notified");
        happens("NOTE", OLGA);
        assertThat(heard(LINDA)).isEqualTo("note follower no_access");
    }

    @Test
    void subscribersGetNoFrames() {
        scene.subscribed(SAM, ALL);
        happens("OUTGOING", OLGA);

        assertThat(scene.plan().audience()).doesNotContain(SAM).contains(BOB);
    }

    @Test
    void accessIsWhatItIsNow() {
        scene.subscribed(BOB, ALL);
        happens("STATUS_CHANGED", OLGA);
        assertThat(heard(BOB)).isEqualTo("update subscription notified");
        scene.assigned(new Assignment(null, BILLING));
        assertThat(heard(BOB)).isEqualTo("update subscription no_access");
    }

    @Test
    void whoSubscribesNoMoreIsNotToldOfWhatCameBefore() {
        scene.subscribed(SAM, ALL);
        happens("STATUS_CHANGED", OLGA);
        assertThat(scene.facts().holds(SAM, Reason.SUBSCRIPTION)).isTrue();
        scene.subscribed(SAM);
        assertThat(heard(SAM)).isEqualTo("-");
        assertThat(scene.facts().holds(SAM, Reason.SUBSCRIPTION)).isFalse();
    }

    private int calls(ConversationId on) {
        var activity = scene.desk.activity(on, ActivityType.STATUS_CHANGED, OLGA, null, null);
        int before = scene.desk.store.faults().calls();
        assertThat(scene.finder().find(activity, scene.desk.clock.instant())).isPresent();
        return scene.desk.store.faults().calls() - before;
    }

    @Test
    void aTicketWithoutADepartmentCostsNoReadAndOneWithCostsOne() {
        var with = scene.desk.ticket(Assignment.NOBODY);
        var its = scene.desk.ticket(with);
        var without = new Conversation(
                new ConversationId(new UUID(0, 1)),
                900,
                null,
                its.state(),
                its.assignment(),
                new Origin(LINDA, Channel.EMAIL, Source.EMAIL, null, null),
                its.createdAt(),
                its.lastActivityAt(),
                0,
                its.messages(),
                1);
        scene.desk.commit(new Write.CreateConversation(without));

        assertThat(calls(with)).isEqualTo(calls(without.id()) + 1);
    }
}
