package dev.tagalong.checks.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.checks.endtoend.ChangedTemplate;
import dev.tagalong.checks.endtoend.LocalProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The runner in a process of its own, with faults, kept in a folder, killed now and then and started again where it was.
 * What a queue hides of a crashed worker comes back within seconds instead of minutes; the template is the product's else.
 */
final class Storm implements AutoCloseable {
    /** One call in 50 is throttled, one post in 20 finds nobody, and so on. */
    private static final String FAULTS = ",throttle=0.02,conflict=0.02,gone=0.05,slow=0.05,repeat=0.1,shuffle=0.5";

    private static final String HIDDEN_SECONDS = "4";

    private final Path folder;
    private final long seed;
    private final Length length;
    private final Map<String, Long> struck = new TreeMap<>();
    private LocalProcess process;
    private LocalProcess.Place place;
    private final List<Instant> kills = new ArrayList<>();

    private Storm(Path folder, long seed, Length length) {
        this.folder = folder;
        this.seed = seed;
        this.length = length;
        this.process = start("0", "0");
        this.place = process.place();
        process.makeWorkspace();
    }

    /** Starts it, with a workspace of the script's own. */
    static Storm begin(Path folder, long seed, Length length) {
        ChangedTemplate.in(folder, template -> {
            assertThat(template).contains(Length.SHORT.compiling);
            return template.replaceAll("VisibilityTimeout: [0-9]+", "VisibilityTimeout: " + HIDDEN_SECONDS)
                    .replaceAll("maxReceiveCount: [0-9]+", "maxReceiveCount: 1000")
                    .replace(Length.SHORT.compiling, length.compiling);
        });
        return new Storm(folder, seed, length);
    }

    private LocalProcess start(String port, String webSocketPort) {
        return LocalProcess.start(
                folder.resolve("errors-" + kills.size() + ".txt"),
                length.compiling,
                List.of(
                        "--no-demo",
                        "--port",
                        port,
                        "--ws-port",
                        webSocketPort,
                        "--data",
                        folder.resolve("data").toString(),
                        "--template",
                        folder.resolve("template.yaml").toString(),
                        "--faults",
                        "seed=" + (seed + kills.size()) + (kills.isEmpty() ? "" : length.crashes) + FAULTS));
    }

    URI http() {
        return place.http();
    }

    URI webSocket() {
        return place.webSocket();
    }

    /** Ends it as kill -9 does, and starts it again on the same ports. */
    void kill() throws InterruptedException {
        remember();
        process.kill();
        kills.add(Instant.now());
        process = start(
                Integer.toString(place.http().getPort()),
                Integer.toString(place.webSocket().getPort()));
        place = process.place();
    }

    private void remember() {
        Rows.fields(new Stubborn(http()).get("/_local/faults", ""))
                .forEach((fault, count) -> struck.merge(fault, ((Number) count).longValue(), Long::sum));
    }

    /** When it was killed. */
    List<Instant> kills() {
        return kills;
    }

    /** How often each fault struck; those of the last moments before a kill are not known. */
    Map<String, Long> faults() {
        remember();
        return struck;
    }

    @Override
    public void close() {
        process.close();
    }

    /** How long it lasts. From the first kill on some AWS calls end their invocation. */
    enum Length {
        /** Minutes: one call in 2,000 does. */
        SHORT(",crash=0.0005", LocalProcess.QUICKLY),
        /**
         * Hours: one call in 10,000 does, since a backlog comes in batches of 50 records, of which at the other rate most
         * would meet a crash; and it pays to compile code thoroughly.
         */
        LONG(",crash=0.0001", "-XX:TieredStopAtLevel=4");

        private static final int MANY_EVENTS = 1_000;

        private final String crashes;
        private final String compiling;

        Length(String crashes, String compiling) {
            this.crashes = crashes;
            this.compiling = compiling;
        }

        static Length of(int events) {
            return events < MANY_EVENTS ? SHORT : LONG;
        }
    }
}
