package dev.tagalong.domain.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.memory.Desk;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class NumberingTest {
    private final Ledger ledger = new Desk().store.ledger();

    private Outcome<Integer> numbered(boolean counted, IntPredicate taken) {
        return Numbering.until(
                counted,
                step -> ledger.next(Desk.WORKSPACE, Ledger.Counter.USER, step),
                number -> taken.test(number) ? new Commit.Taken("id") : new Commit.Committed());
    }

    @Test
    void aFewTakenNumbersAreNotSkippedBy() {
        assertThat(Desk.done(numbered(true, Set.of(1, 2, 3, 5)::contains))).isEqualTo(4);
        assertThat(Desk.done(numbered(true, Set.of(1, 2, 3, 5)::contains))).isEqualTo(6);
    }

    @Test
    void hundredsOfThousandsOfAdjacentNumbersAreGonePast() {
        assertThat(Desk.done(numbered(true, number -> number <= 600_000))).isBetween(600_001, 610_000);
    }

    @Test
    void fewNumbersWhereverTheyStandDoNotUseTheCounterUp() {
        var taken = new HashSet<Integer>();
        for (int step = 1, number = 8; number > 0 && step > 0; step *= 2, number += step) {
            taken.add(number);
        }
        taken.addAll(Set.of(1, 2, 3, 4, 5, 6, 7, Integer.MAX_VALUE));

        assertThat(Desk.done(numbered(true, taken::contains))).isLessThan(30_000);
    }

    @Test
    void whoeverNamedNoNumberNeverHearsThatOneIsTaken() {
        assertThat(Desk.refused(numbered(true, number -> number <= 1_000_000))).isEqualTo(Refusal.Busy.class);
        assertThat(Desk.done(numbered(true, number -> number <= 1_000_000))).isGreaterThan(1_000_000);
    }

    @Test
    void aNumberThatWasNamedIsTriedOnce() {
        assertThat(Desk.refused(numbered(false, number -> true))).isEqualTo(Refusal.Conflict.class);
        assertThat(ledger.next(Desk.WORKSPACE, Ledger.Counter.USER)).isEqualTo(2);
    }
}
