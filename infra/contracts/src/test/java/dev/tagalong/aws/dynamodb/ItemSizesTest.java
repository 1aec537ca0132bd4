package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.InboxId;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.Channel;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.conversation.MessageCount;
import dev.tagalong.domain.conversation.Origin;
import dev.tagalong.domain.conversation.Priority;
import dev.tagalong.domain.conversation.Source;
import dev.tagalong.domain.conversation.State;
import dev.tagalong.domain.conversation.Status;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.follow.Terms;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.notification.Channels;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.notification.NotificationSettings;
import dev.tagalong.domain.notification.Reason;
import dev.tagalong.domain.people.Person;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.UserType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What docs/table.md says of sizes, of items like the examples there. */
final class ItemSizesTest {
    private static final int WRITE_UNIT = 1024;
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final ConversationId CONVERSATION =
            new ConversationId(UUID.fromString("afa55a3b-60fa-4930-8382-4ad39cf6929f"));
    private static final EventId EVENT = EventId.parse("0198c1a4-5c1e-7abc-8def-0123456789ab");
    private static final Instant AT = Instant.ofEpochMilli(1_777_885_200_000L);
    private static final UserId ALICE = new UserId(17);
    private static final UserId BOB = new UserId(42);

    @Test
    void eachIsAsTheTableSays() throws Exception {
        assertThat(sizes(new WorkspaceId("demo"))).isEqualTo(documented());
    }

    @Test
    void eachIsOneWriteUnitInAWorkspaceOfALongName() {
        assertThat(sizes(new WorkspaceId("w".repeat(63))))
                .allSatisfy((item, sizes) -> assertThat(sizes).allMatch(size -> size <= WRITE_UNIT));
    }

    /** The numbers in the second column of the table of sizes, by the first. */
    private static Map<String, List<Integer>> documented() throws IOException {
        return Files.readAllLines(Path.of("../../docs/table.md")).stream()
                .dropWhile(line -> !line.equals("| item | bytes |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1))
                .collect(Collectors.toMap(
                        cells -> cells[1].strip(),
                        cells -> NUMBER.matcher(cells[2])
                                .results()
                                .map(MatchResult::group)
                                .map(Integer::valueOf)
                                .toList()));
    }

    private static Map<String, List<Integer>> sizes(WorkspaceId workspace) {
        var membership = Membership.joined(new MembershipKey(CONVERSATION, ALICE), Terms.DEFAULT, BOB, AT, EVENT);
        int user = ItemSize.of(UserItem.write(workspace, user(NotificationSettings.DEFAULT)));
        var quieter = NotificationSettings.DEFAULT.with(Kind.MENTION, new Channels(true, false));
        return Map.of(
                "conversation",
                List.of(
                        conversation(workspace, Assignment.NOBODY, null, null),
                        conversation(
                                workspace,
                                new Assignment(BOB, new TeamId(3)),
                                new InboxId(1),
                                new DepartmentId(new UUID(7, 1)))),
                "membership",
                List.of(
                        ItemSize.of(MembershipItem.withConversation(workspace, membership)),
                        ItemSize.of(MembershipItem.withUser(workspace, membership))),
                "activity",
                List.of(ItemSize.of(ActivityItem.write(new Activity(
                        EVENT, workspace, CONVERSATION, ActivityType.FOLLOWER_ADDED, BOB, ALICE, null, Map.of(), AT)))),
                "user",
                List.of(user, ItemSize.of(UserItem.write(workspace, user(quieter))) - user),
                "inbox row",
                List.of(row(workspace, AT, null), row(workspace, null, null), row(workspace, AT, AT)),
                "message",
                List.of(message(workspace, "", List.of()), message(workspace, "", List.of(ALICE))));
    }

    private static int conversation(
            WorkspaceId workspace, Assignment assignment, @Nullable InboxId inbox, @Nullable DepartmentId department) {
        return ItemSize.of(ConversationItem.write(
                workspace,
                new Conversation(
                        CONVERSATION,
                        217,
                        null,
                        new State("Login problem", Status.OPEN, Priority.MEDIUM, new TreeSet<>()),
                        assignment,
                        new Origin(new UserId(99), Channel.EMAIL, Source.API, inbox, department),
                        AT,
                        AT,
                        3,
                        new MessageCount(12, 2),
                        4)));
    }

    private static User user(NotificationSettings settings) {
        return new User(
                ALICE,
                new UUID(7, 17),
                null,
                UserType.AGENT,
                Role.AGENT,
                new Person("Alice", "Ahlgren", "alice@demo.example", null),
                Set.of(new TeamId(3)),
                true,
                settings);
    }

    private static int row(WorkspaceId workspace, @Nullable Instant readAt, @Nullable Instant mailedAt) {
        return ItemSize.of(NotificationItem.write(
                workspace,
                new Notification(
                        EVENT,
                        ALICE,
                        CONVERSATION,
                        Kind.REPLY,
                        Reason.FOLLOWER,
                        BOB,
                        EVENT,
                        AT,
                        AT,
                        readAt,
                        mailedAt)));
    }

    private static int message(WorkspaceId workspace, String text, List<UserId> mentions) {
        return ItemSize.of(MessageItem.write(
                workspace, new Message(EVENT, CONVERSATION, MessageType.OUTGOING, BOB, text, mentions, AT)));
    }
}
