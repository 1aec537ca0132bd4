package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client whose connection is cut while things go on, and that comes back. */
@ExtendWith(RunningStack.class)
class CatchUpTest {
    private static final int NOTES = 24;
    private static final int SEEN_BEFORE_THE_CUT = 4;
    private static final int PAGE = 5;

    private final Desk desk;

    CatchUpTest(Desk desk) {
        this.desk = desk;
    }

    private static List<String> ids(Socket socket, Ticket ticket) {
        return socket.of("new_notification", ticket).stream()
                .map(row -> String.valueOf(row.get("id")))
                .toList();
    }

    /** What the pages after a row hold, until one holds nothing that is new; some rows come more than once. */
    private static Set<String> after(Agent agent, String id) {
        var found = new LinkedHashSet<String>();
        var last = id;
        while (true) {
            var page = agent
                    .api()
                    .get("/api/v1/notifications?limit=" + PAGE + "&after=" + last)
                    .is(200)
                    .column("id", "data", "results")
                    .stream()
                    .map(String::valueOf)
                    .toList();
            assertThat(page).doesNotContain(last);
            if (!found.addAll(page)) {
                return found;
            }
            last = page.getLast();
        }
    }

    @Test
    void framesBeforeTheCutAndPagesAfterItAreAllThatHappened() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        var cut = desk.socket(mia);
        var posted = CompletableFuture.supplyAsync(() -> {
            var ids = new HashSet<String>();
            for (int note = 1; note <= NOTES; note++) {
                ids.add(desk.owner().note(ticket, "Note " + note));
            }
            return ids;
        });
        Eventually.holds(() -> assertThat(ids(cut, ticket)).hasSizeGreaterThanOrEqualTo(SEEN_BEFORE_THE_CUT));
        cut.close();
        var seen = ids(cut, ticket);

        try (var back = desk.socket(mia)) {
            Set<String> all = posted.join();
            all.add(desk.owner().note(ticket, "After the return"));
            Eventually.holds(() -> {
                var known = new HashSet<>(seen);
                known.addAll(after(mia, seen.getLast()));
                known.addAll(ids(back, ticket));
                assertThat(known).isEqualTo(all);
            });
            assertThat(seen).as("frames before the cut").doesNotHaveDuplicates().hasSizeLessThan(NOTES);
            assertThat(ids(back, ticket)).as("frames afterwards").doesNotHaveDuplicates();
            assertThat(mia.inbox(ticket, NOTES + 1).stream()
                            .map(row -> String.valueOf(row.get("id")))
                            .collect(Collectors.toSet()))
                    .isEqualTo(all);
        }
    }
}
