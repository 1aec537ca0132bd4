package dev.tagalong.checks.chaos;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What must have come of a script, follower by follower, worked out from the script and the habits alone. */
final class Expected {
    private final Map<Integer, Set<Told>> rows = new HashMap<>();
    private final Map<Integer, Set<Integer>> followersOf = new HashMap<>();

    /** After the whole script, or after what has been played so far. */
    static Expected of(List<Act> played) {
        var expected = new Expected();
        played.forEach(expected::play);
        return expected;
    }

    private void play(Act act) {
        var followers = followersOf.computeIfAbsent(act.ticket(), unused -> new HashSet<>());
        switch (act) {
            case Act.Add add -> {
                followers.add(add.follower());
                tell(add.follower(), new Told("added", add.ticket(), ""));
            }
            case Act.Remove remove -> followers.remove(remove.follower());
            case Act.Say say -> followers.forEach(follower -> hear(follower, say));
            case Act.Tag silent -> {}
        }
    }

    private void hear(int follower, Act.Say say) {
        boolean mentioned = say.mentioned() != null && say.mentioned() == follower;
        var habit = Habit.of(follower);
        if (habit != Habit.MUTED && (habit != Habit.ONLY_MENTIONS || mentioned)) {
            var kind = mentioned ? "mention" : say.note() ? "note" : "reply";
            tell(follower, new Told(kind, say.ticket(), say.word()));
        }
    }

    private void tell(int follower, Told told) {
        rows.computeIfAbsent(follower, unused -> new HashSet<>()).add(told);
    }

    /** The rows of somebody's inbox that may still be seen: those of tickets they were taken off are not. */
    Set<Told> listed(int follower) {
        return told(follower).stream()
                .filter(told ->
                        followersOf.getOrDefault(told.ticket(), Set.of()).contains(follower))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What somebody hears of by a toast, or finds when they come back. */
    Set<Told> toasts(int follower) {
        return told(follower).stream()
                .filter(told -> Habit.of(follower).toasts(told.kind()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What somebody gets mail about: the words of messages, and the tickets they were added to. */
    Set<String> mailed(int follower) {
        return told(follower).stream()
                .filter(told -> Habit.of(follower).mails())
                .map(told -> told.word().isEmpty() ? "added " + told.ticket() : told.word())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Everything somebody is told. */
    Set<Told> told(int follower) {
        return rows.getOrDefault(follower, Set.of());
    }
}
