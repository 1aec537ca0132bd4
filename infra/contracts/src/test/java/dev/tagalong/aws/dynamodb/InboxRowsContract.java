package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.notification.InboxRows;
import dev.tagalong.domain.notification.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of every stored inbox. */
abstract class InboxRowsContract {
    private static final UserId BOB = new UserId(42);

    private Workspace workspace;
    private InboxRows rows;

    abstract Workspace open();

    @BeforeEach
    void openWorkspace() {
        workspace = open();
        rows = workspace.stores.rows();
    }

    private static Notification row(EventId event, Instant arrivedAt) {
        return Workspace.notification(event, BOB, arrivedAt);
    }

    private Notification put() {
        var row = row(workspace.ids.event(), workspace.clock.instant());
        assertThat(rows.putIfAbsent(workspace.id, List.of(row))).isEmpty();
        return row;
    }

    @Test
    void rowReadsAsItWasPut() {
        var row = put();

        assertThat(rows.find(workspace.id, BOB, row.event())).contains(row);
        assertThat(rows.all(workspace.id, BOB)).containsExactly(row);
    }

    @Test
    void oneEventTellsOneUserOnce() {
        var row = put();

        assertThat(rows.putIfAbsent(workspace.id, List.of(row))).isEmpty();
        assertThat(rows.all(workspace.id, BOB)).hasSize(1);
    }

    @Test
    void ofManyRowsThoseThatAreNewArePutAndTheOthersStand() {
        var read = put();
        rows.markRead(workspace.id, BOB, read.event(), workspace.clock.instant());
        var others = IntStream.range(1, InboxRows.MOST_AT_ONCE)
                .mapToObj(id -> Workspace.notification(read.event(), new UserId(id), workspace.clock.instant()))
                .toList();
        var all = Stream.concat(Stream.of(read), others.stream()).toList();

        assertThat(rows.putIfAbsent(workspace.id, all)).isEmpty();
        assertThat(rows.putIfAbsent(workspace.id, all)).isEmpty();

        assertThat(others)
                .allSatisfy(row ->
                        assertThat(rows.all(workspace.id, row.recipient())).containsExactly(row));
        assertThat(rows.find(workspace.id, BOB, read.event()).orElseThrow().readAt())
                .isNotNull();
    }

    @Test
    void rowsComeInTheOrderOfArrivalNotOfTheirEvents() {
        var early = workspace.ids.event();
        var late = workspace.ids.event();
        var first = row(late, workspace.clock.instant());
        var second = row(early, workspace.clock.instant().plusSeconds(5));
        assertThat(rows.putIfAbsent(workspace.id, List.of(second, first))).isEmpty();

        assertThat(rows.all(workspace.id, BOB)).containsExactly(second, first);
        assertThat(rows.since(workspace.id, BOB, first.arrivedAt())).containsExactly(first, second);
        assertThat(rows.since(workspace.id, BOB, second.arrivedAt())).containsExactly(second);
    }

    @Test
    void inboxOfManyPagesIsReadWhole() {
        for (int each = 0; each < 30; each++) {
            put();
        }

        assertThat(rows.all(workspace.id, BOB)).hasSize(30);
    }

    @Test
    void firstReadingStands() {
        var row = put();
        var read = workspace.clock.instant();
        rows.markRead(workspace.id, BOB, row.event(), read);

        var again = rows.markRead(workspace.id, BOB, row.event(), read.plusSeconds(60));

        assertThat(again)
                .hasValueSatisfying(stored -> assertThat(stored.readAt()).isEqualTo(read));
    }

    @Test
    void unreadRowsAreThoseNeitherReadNorDeleted() {
        var read = put();
        var deleted = put();
        var mailed = put();
        var newest = row(workspace.ids.event(), workspace.clock.instant().plusSeconds(1));
        assertThat(rows.putIfAbsent(workspace.id, List.of(newest))).isEmpty();
        var at = workspace.clock.instant();
        rows.markRead(workspace.id, BOB, read.event(), at);
        rows.delete(workspace.id, BOB, deleted.event());
        rows.markMailed(workspace.id, BOB, List.of(mailed.event()), at);

        assertThat(rows.putIfAbsent(workspace.id, List.of(read, deleted))).isEmpty();

        assertThat(rows.unread(workspace.id, BOB))
                .extracting(Notification::event)
                .containsExactly(newest.event(), mailed.event());
    }

    @Test
    void allThatAreUnreadAreMarkedAndTheOthersStayAsTheyAre() {
        var read = put();
        var deleted = put();
        var unread =
                Stream.generate(this::put).limit(2L * InboxRows.MOST_AT_ONCE).toList();
        var gone = row(workspace.ids.event(), workspace.clock.instant());
        var first = workspace.clock.instant();
        rows.markRead(workspace.id, BOB, read.event(), first);
        rows.delete(workspace.id, BOB, deleted.event());

        var all = Stream.concat(Stream.of(read, deleted, gone), unread.stream()).toList();
        rows.markAllRead(workspace.id, BOB, all, first.plusSeconds(60));

        assertThat(rows.unread(workspace.id, BOB)).isEmpty();
        assertThat(rows.find(workspace.id, BOB, read.event()).orElseThrow().readAt())
                .isEqualTo(first);
        assertThat(rows.all(workspace.id, BOB))
                .hasSize(unread.size() + 1)
                .filteredOn(row -> !row.event().equals(read.event()))
                .extracting(Notification::readAt)
                .containsOnly(first.plusSeconds(60));
        assertThat(rows.delete(workspace.id, BOB, deleted.event())).isFalse();
        assertThat(rows.find(workspace.id, BOB, gone.event())).isEmpty();
    }

    @Test
    void readingWhatIsNotThereMakesNothing() {
        var unknown = workspace.ids.event();

        assertThat(rows.markRead(workspace.id, BOB, unknown, workspace.clock.instant()))
                .isEmpty();
        assertThat(rows.find(workspace.id, BOB, unknown)).isEmpty();
    }

    @Test
    void deletedRowIsHiddenAndAReplayDoesNotBringItBack() {
        var row = put();

        assertThat(rows.delete(workspace.id, BOB, row.event())).isTrue();
        assertThat(rows.delete(workspace.id, BOB, row.event())).isFalse();

        assertThat(rows.putIfAbsent(workspace.id, List.of(row))).isEmpty();
        assertThat(rows.all(workspace.id, BOB)).isEmpty();
        assertThat(rows.find(workspace.id, BOB, row.event())).isEmpty();
        assertThat(rows.markRead(workspace.id, BOB, row.event(), workspace.clock.instant()))
                .isEmpty();
    }

    @Test
    void mailedRowsAreMarkedAndMissingOnesPassedOver() {
        var row = put();
        var at = workspace.clock.instant();

        rows.markMailed(workspace.id, BOB, List.of(row.event(), workspace.ids.event()), at);

        assertThat(rows.find(workspace.id, BOB, row.event()))
                .hasValueSatisfying(stored -> assertThat(stored.mailedAt()).isEqualTo(at));
        assertThat(rows.all(workspace.id, BOB)).hasSize(1);
    }

    @Test
    void rowEndsAfterNinetyDaysThoughTheTableStillHasIt() {
        var row = put();
        workspace.clock.advance(Duration.ofDays(90));

        assertThat(rows.all(workspace.id, BOB)).isEmpty();
        assertThat(rows.unread(workspace.id, BOB)).isEmpty();
        assertThat(rows.since(workspace.id, BOB, row.arrivedAt())).isEmpty();
        assertThat(rows.find(workspace.id, BOB, row.event())).isEmpty();
        assertThat(rows.markRead(workspace.id, BOB, row.event(), workspace.clock.instant()))
                .isEmpty();
    }
}
