package dev.tagalong.domain.access;

import static dev.tagalong.domain.memory.Desk.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.follow.FollowAccess;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.follow.Notify;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.UserType;
import dev.tagalong.domain.people.WorkspaceSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the policy to docs/access.md, cell by cell. */
class AccessTableTest {
    private static final UserId ME = new UserId(42);
    private static final UserId OTHER = new UserId(43);
    private static final TeamId MINE = new TeamId(1);
    private static final TeamId THEIRS = new TeamId(2);

    private static final List<String> ASSIGNED = List.of("me", "my team", "other", "other team", "nobody");
    private static final List<String> MEMBER = List.of("no", "ReadWrite", "Read", "None", "parked");
    private static final List<String> GRANTS = List.of("on", "off");

    private static Map<String, List<User>> people() {
        return Map.of(
                "agent", List.of(agent(Role.AGENT)),
                "above", List.of(agent(Role.SUPERVISOR), agent(Role.ADMIN), agent(Role.OWNER)),
                "contact", List.of(person(ME, "Linda", "Olsen", UserType.CONTACT, null)),
                "system", List.of(person(ME, "System", "", UserType.SYSTEM, null)),
                "inactive",
                        List.of(
                                inactive(agent(Role.AGENT)),
                                inactive(agent(Role.OWNER)),
                                inactive(person(ME, "Linda", "Olsen", UserType.CONTACT, null))));
    }

    private static User agent(Role role) {
        return person(ME, "Bob", "Smith", UserType.AGENT, role).withTeams(Set.of(MINE));
    }

    private static User inactive(User user) {
        return new User(
                user.id(),
                user.uuid(),
                null,
                user.type(),
                user.role(),
                user.person(),
                user.teams(),
                false,
                user.settings());
    }

    private static Assignment assignment(String word) {
        return switch (word) {
            case "me" -> new Assignment(ME, null);
            case "my team" -> new Assignment(OTHER, MINE);
            case "other" -> new Assignment(OTHER, null);
            case "other team" -> new Assignment(null, THEIRS);
            default -> Assignment.NOBODY;
        };
    }

    private static @Nullable Membership membership(String word) {
        var access = switch (word) {
            case "no" -> null;
            case "Read" -> FollowAccess.READ;
            case "None" -> FollowAccess.NONE;
            default -> FollowAccess.READ_WRITE;
        };
        if (access == null) {
            return null;
        }
        var key = new MembershipKey(new ConversationId(new UUID(0, 1)), ME);
        var event = new EventId(new UUID(0x7000, 0x8000000000000000L));
        return new Membership(
                key, true, word.equals("parked"), access, Notify.ALL, ME, Instant.EPOCH, null, null, event);
    }

    private static WorkspaceSettings settings(String grants) {
        return new WorkspaceSettings(100, grants.equals("on"), false, Duration.ZERO, true, TalkJsVersion.NONE_ADDED);
    }

    private static List<List<String>> combinations() {
        var all = new ArrayList<List<String>>();
        for (var who : new TreeSet<>(people().keySet())) {
            for (var assigned : ASSIGNED) {
                for (var member : MEMBER) {
                    for (var grants : GRANTS) {
                        all.add(List.of(who, assigned, member, grants));
                    }
                }
            }
        }
        return all;
    }

    private static Map<Action, Decision> decided(User user, List<String> words) {
        var reach =
                AccessPolicy.reach(user, assignment(words.get(1)), membership(words.get(2)), settings(words.get(3)));
        var decisions = new EnumMap<Action, Decision>(Action.class);
        for (var action : Action.values()) {
            decisions.put(action, AccessPolicy.decide(user, reach, action));
        }
        return decisions;
    }

    @Test
    void theTableIsPrintedFromThePolicy() {
        var printed = AccessTable.printed(
                combinations(),
                words -> decided(
                        people().getOrDefault(words.getFirst(), List.of()).getFirst(), words));
        if (Boolean.getBoolean("access.write")) {
            AccessTable.write(printed);
        }
        assertThat(AccessTable.lines())
                .as(
                        "docs/access.md says another thing than the policy. Print it anew with: mvn -pl functions/domain test "
                                + "-Dtest=AccessTableTest#theTableIsPrintedFromThePolicy -Daccess.write=true")
                .isEqualTo(printed);
    }

    @Test
    void everyActionHasAColumn() {
        assertThat(AccessTable.read().actions()).containsExactlyInAnyOrder(Action.values());
    }

    @Test
    void everyCombinationStandsInExactlyOneRow() {
        var table = AccessTable.read();
        assertThat(combinations())
                .hasSize(250)
                .allSatisfy(words -> assertThat(table.rows())
                        .filteredOn(row -> row.covers(words))
                        .hasSize(1));
    }

    @Test
    void thePolicyDecidesAsTheTableSays() {
        var table = AccessTable.read();
        for (var words : combinations()) {
            var expected = table.rows().stream()
                    .filter(row -> row.covers(words))
                    .findFirst()
                    .orElseThrow();
            for (var user : people().getOrDefault(words.getFirst(), List.of())) {
                assertThat(decided(user, words))
                        .as("%s of role %s", words, user.role())
                        .isEqualTo(expected.decisions());
            }
        }
    }
}
