package dev.tagalong.local.faults;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides by a seed what goes wrong: at each place the nth decision is always the same, whatever happens elsewhere.
 * Thread-safe.
 */
public final class Faults {
    private static final String SEED = "seed";
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long seed;
    private final Map<Fault, Double> rates;
    private final Map<String, AtomicLong> asked = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> struck = new ConcurrentHashMap<>();
    private volatile boolean armed;

    private Faults(long seed, Map<Fault, Double> rates) {
        this.seed = seed;
        this.rates = Map.copyOf(rates);
    }

    /** No faults. */
    public static Faults none() {
        return new Faults(0, Map.of());
    }

    /**
     * Reads such as "seed=7,crash=0.001,gone=0.05"; what is not named never happens. Throws IllegalArgumentException with a
     * sentence if that is not what the text is.
     */
    public static Faults parse(String text) {
        long seed = 0;
        var rates = new EnumMap<Fault, Double>(Fault.class);
        for (var pair : text.isEmpty() ? new String[0] : text.split(",")) {
            int at = pair.indexOf('=');
            var name = at < 0 ? pair : pair.substring(0, at);
            var value = at < 0 ? "" : pair.substring(at + 1);
            if (name.equals(SEED)) {
                seed = seed(value);
            } else {
                rates.put(fault(name), rate(name, value));
            }
        }
        return new Faults(seed, rates);
    }

    private static long seed(String value) {
        if (!value.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("The seed of the faults is a whole number, not " + value + ".");
        }
        return Long.parseLong(value);
    }

    private static Fault fault(String name) {
        return Fault.named(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no fault " + name + ": there are seed, "
                        + Arrays.stream(Fault.values()).map(Fault::toString).collect(Collectors.joining(", ")) + "."));
    }

    private static double rate(String name, String value) {
        if (!value.matches("[01]|0?\\.[0-9]{1,9}")) {
            throw new IllegalArgumentException("The fault " + name + " needs a rate from 0 to 1, not " + value + ".");
        }
        return Double.parseDouble(value);
    }

    /** From now on they strike; before that nothing goes wrong, so that what is needed to begin can be set up. */
    public void arm() {
        armed = true;
    }

    /** Whether the fault strikes now, at that place. */
    public boolean strikes(Fault fault, String place) {
        double rate = rates.getOrDefault(fault, 0.0);
        if (rate == 0 || !armed) {
            return false;
        }
        var site = fault + " " + place;
        long turn = asked.computeIfAbsent(site, unused -> new AtomicLong()).getAndIncrement();
        boolean strikes = fraction(mixed(mixed(seed + site.hashCode()) + turn * GOLDEN)) < rate;
        if (strikes) {
            struck.computeIfAbsent(fault + " " + place.split(" ", 2)[0], unused -> new AtomicLong())
                    .incrementAndGet();
        }
        return strikes;
    }

    /** The finisher of SplitMix64, so that neighbouring turns have nothing in common. */
    private static long mixed(long bits) {
        long once = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }

    private static double fraction(long bits) {
        return (bits >>> 11) * 0x1.0p-53;
    }

    /** How often each fault struck so far, by its name and the first word of the place, such as "crash FanOut". */
    public Map<String, Object> counts() {
        var counts = new TreeMap<String, Object>();
        struck.forEach((fault, count) -> counts.put(fault, count.get()));
        return counts;
    }

    /** What parse reads. */
    @Override
    public String toString() {
        return Stream.concat(
                        Stream.of(SEED + "=" + seed),
                        new TreeMap<>(rates)
                                .entrySet().stream().map(rate -> rate.getKey() + "=" + plain(rate.getValue())))
                .collect(Collectors.joining(","));
    }

    private static String plain(double rate) {
        return BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString();
    }
}
