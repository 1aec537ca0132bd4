package dev.tagalong.checks.chaos;

import java.io.IOException;
import java.nio.file.Files;

/**
 * The long storm: {@code mvn -q -Pchaos -Devents=100000 -Dseed=1 -Dkills=10}. Prints its report; fails if anything was lost or
 * doubled beyond what the crashes explain.
 */
public final class ChaosRun {
    private ChaosRun() {}

    /** Runs it: number of events, seed, number of kills. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        long seed = Long.parseLong(arguments[1]);
        var script = Script.of(seed, Integer.parseInt(arguments[0]));
        var folder = Files.createTempDirectory("tagalong-chaos");
        long began = System.nanoTime();
        System.out.println("chaos in " + folder);
        var report = Chaos.play(script, folder, seed, Integer.parseInt(arguments[2]));
        System.out.println(report + "; " + (System.nanoTime() - began) / 1_000_000_000L + " s");
    }
}
