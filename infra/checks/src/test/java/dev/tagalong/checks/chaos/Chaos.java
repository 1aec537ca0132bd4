package dev.tagalong.checks.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Plays a script in a storm, and holds what came of it against what must have. */
final class Chaos {
    private static final Duration STANDSTILL = Duration.ofMinutes(4);
    private static final long PAUSE_NANOS = 500_000_000L;
    private static final long LONGEST_PAUSE_NANOS = 8_000_000_000L;

    private final Script script;
    private final Storm storm;
    private final Stubborn api;
    private final Office office;
    private final List<Follower> tabs;

    private Chaos(Script script, Storm storm) throws InterruptedException {
        this.script = script;
        this.storm = storm;
        this.api = new Stubborn(storm.http());
        this.office = Office.open(api, script);
        this.tabs = office.followers().stream()
                .map(person -> new Follower(api, storm.webSocket(), () -> office.token(person)))
                .toList();
        for (var tab : tabs) {
            tab.awaitOpen();
        }
    }

    /**
     * Plays it. Until the first kill no invocation crashes, and nothing may come twice.
     *
     * @param folder for all that the runner keeps
     * @param seed of the faults
     * @param kills how often the runner is killed while there is talk, at least once
     */
    static Report play(Script script, Path folder, long seed, int kills) throws InterruptedException {
        try (var storm = Storm.begin(folder, seed, Storm.Length.of(script.events()))) {
            return new Chaos(script, storm).play(kills);
        }
    }

    private Report play(int kills) throws InterruptedException {
        office.settle();
        var before = logged();
        perform(script.adding());
        rest(script.adding());
        Hands.each(script.adding(), act -> office.quieten((Act.Add) act));
        var quietened = logged() - before - script.adding().size();
        int part = script.talk().size() / (kills + 1);
        perform(script.talk().subList(0, part));
        assertThat(tabs.stream().mapToLong(Follower::repeated).sum())
                .as("frames again without a crash")
                .isZero();
        for (int killed = 1; killed <= kills; killed++) {
            int end = killed == kills ? script.talk().size() : part * (killed + 1);
            performKilling(script.talk().subList(part * killed, end));
        }
        var talked =
                Stream.concat(script.adding().stream(), script.talk().stream()).toList();
        rest(talked);
        perform(script.parting());
        var parted = Stream.concat(talked.stream(), script.parting().stream()).toList();
        perform(script.after());
        var all = Stream.concat(parted.stream(), script.after().stream()).toList();
        rest(all);
        assertThat(logged() - before - quietened).as("entries of the logs").isEqualTo(script.events());
        return report(Expected.of(all));
    }

    private int logged() {
        return Hands.map(script.places(), office::logged).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private void perform(List<Act> acts) {
        Hands.each(acts, office::act);
        say(acts.size() + " events entered");
    }

    private static void say(String what) {
        System.out.println("chaos: " + LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS) + " " + what);
    }

    /** The same while the runner is killed. */
    private void performKilling(List<Act> acts) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var performed = threads.submit(() -> perform(acts));
            storm.kill();
            Hands.result(performed);
        }
    }

    /**
     * Waits until everything has come of what was played so far, and asks ever more rarely; says what is missing when nothing
     * more comes.
     */
    private void rest(List<Act> played) {
        var expected = Expected.of(played);
        var before = List.<String>of();
        long deadline = 0;
        long pause = PAUSE_NANOS;
        while (true) {
            var missing = missing(expected);
            if (missing.isEmpty()) {
                say("all of " + played.size() + " arrived");
                return;
            }
            if (!missing.equals(before)) {
                before = missing;
                deadline = System.nanoTime() + STANDSTILL.toNanos();
            }
            assertThat(System.nanoTime() - deadline).as("missing: %s", missing).isNegative();
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        }
    }

    /** The first things that somebody has not heard of, or has no mail about. */
    private List<String> missing(Expected expected) {
        var missing = new ArrayList<String>();
        for (int place = 0; place < tabs.size() && missing.isEmpty(); place++) {
            var unheard = new HashSet<>(expected.toasts(place));
            tabs.get(place).heard().forEach(row -> unheard.remove(office.told(row)));
            missing.addAll(told(place, "heard", unheard));
            int unlisted = expected.listed(place).size()
                    - office.rows(office.followers().get(place));
            if (unlisted > 0) {
                missing.add(place + " lacks rows: " + unlisted);
            }
            if (unheard.isEmpty() && Habit.of(place).mails()) {
                var unmailed = new HashSet<>(expected.mailed(place));
                office.letters(office.followers().get(place)).forEach(letter -> unmailed.removeAll(letter.told()));
                missing.addAll(told(place, "mail", unmailed));
            }
        }
        return missing;
    }

    private static List<String> told(int follower, String how, Collection<?> things) {
        return things.stream()
                .limit(3)
                .map(thing -> Habit.of(follower) + " " + follower + " " + how + " " + thing + " of " + things.size())
                .toList();
    }

    private Report report(Expected expected) {
        var report = new Report(script, storm.kills(), storm.faults(), api.repeats());
        for (int place = 0; place < tabs.size(); place++) {
            var person = office.followers().get(place);
            try (var tab = tabs.get(place)) {
                var heard = tab.heard().stream().map(office::told).toList();
                assertThat(heard).as("heard by %s", place).doesNotHaveDuplicates();
                assertThat(new HashSet<>(heard)).as("heard by %s", place).isSubsetOf(expected.told(place));
                var inbox = office.inbox(person).values();
                assertThat(inbox).as("inbox of %s", place).containsExactlyInAnyOrderElementsOf(expected.listed(place));
                report.add(tab);
                report.addRows(inbox.size());
                report.addMails(office.letters(person), expected.mailed(place));
            }
        }
        report.holds();
        return report;
    }
}
