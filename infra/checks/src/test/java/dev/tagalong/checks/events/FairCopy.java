package dev.tagalong.checks.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a recorded event what can be published and compared: secrets become placeholders, and what differs from run to
 * run (ids, times, ports, the version of the client) becomes the same each time. Not thread-safe; one for each event.
 */
final class FairCopy {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final String SECONDS = Long.toString(NOW.getEpochSecond());
    private static final String MILLIS = Long.toString(NOW.toEpochMilli());
    /** After every session of somebody who reads this. */
    private static final String YEAR_2100 = "4102444800";

    private static final Pattern UUID = Pattern.compile(
            "(?!afa55a3b-60fa-4930-8382-4ad39cf6929f)(?!00000000-)[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
    /** What SES calls a mail. */
    private static final Pattern MAIL = Pattern.compile("[0-9a-f]{32}");

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d([.]\\d+)?Z");
    /** Times that the table keeps, in milliseconds. */
    private static final List<String> KEPT_TIMES = List.of("createdAt", "at");

    private static final Pattern CLIENT = Pattern.compile("Java-http-client/[0-9.]+");
    private static final Map<String, Object> FIXED = Map.ofEntries(
            Map.entry("time", "21/Nov/2026:08:00:00 +0000"),
            Map.entry("requestTime", "21/Nov/2026:08:00:00 +0000"),
            Map.entry("timeEpoch", Long.parseLong(MILLIS)),
            Map.entry("requestTimeEpoch", Long.parseLong(MILLIS)),
            Map.entry("connectedAt", Long.parseLong(MILLIS)),
            Map.entry("SentTimestamp", MILLIS),
            Map.entry("ApproximateFirstReceiveTimestamp", MILLIS),
            Map.entry("ApproximateCreationDateTime", Long.parseLong(SECONDS)),
            Map.entry("ends_at", YEAR_2100),
            Map.entry("connectionId", "c2FtcGxlc29ja2U="),
            Map.entry("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
            Map.entry("eventID", "00000000000000000000000000000001"),
            Map.entry("SequenceNumber", "000000000000000000001"),
            Map.entry(
                    "eventSourceARN",
                    "arn:aws:dynamodb:eu-central-1:000000000000:table/tagalong/stream/2026-11-21T08:00:00.000"));

    private final Map<String, String> ids = new HashMap<>();

    private FairCopy() {}

    /** The file's text. */
    static String of(String recorded, Stage stage) {
        var text = recorded;
        for (var hidden : stage.placeholders().entrySet()) {
            text = text.replace(hidden.getValue(), hidden.getKey());
        }
        for (var address : stage.addresses().entrySet()) {
            text = text.replace(address.getValue(), address.getKey());
        }
        return Trees.pretty(new FairCopy().copy("", Trees.read(text)));
    }

    private @Nullable Object copy(String name, @Nullable Object value) {
        return value == null
                ? null
                : switch (value) {
                    case Map<?, ?> fields -> fields(fields);
                    case List<?> items ->
                        items.stream().map(item -> copy(name, item)).collect(Collectors.toList());
                    case String text -> fixed(name, text);
                    case Number number -> FIXED.getOrDefault(name, number);
                    default -> value;
                };
    }

    private Map<String, @Nullable Object> fields(Map<?, ?> fields) {
        var copied = new TreeMap<String, @Nullable Object>();
        fields.forEach((name, field) -> copied.put(String.valueOf(name), copy(String.valueOf(name), field)));
        for (var kept : KEPT_TIMES) {
            if (copied.containsKey(kept)) {
                copied.put(kept, Map.of("N", MILLIS));
            }
        }
        if (copied.containsKey("md5OfBody")) {
            copied.put("md5OfBody", md5(String.valueOf(copied.get("body"))));
        }
        return copied;
    }

    private Object fixed(String name, String text) {
        if (INSTANT.matcher(text).matches()) {
            return NOW.toString();
        }
        if (MAIL.matcher(text).matches() && name.equals("messageId")) {
            return ids.computeIfAbsent(text, unused -> "%032x".formatted(ids.size() + 1));
        }
        boolean isQueue = text.startsWith("arn:aws:sqs:");
        return FIXED.containsKey(name) && !isQueue
                ? FIXED.get(name)
                : CLIENT.matcher(UUID.matcher(text).replaceAll(this::id)).replaceAll("Java-http-client");
    }

    /** The same id for the same, numbered as they appear, of the same version. */
    private String id(MatchResult found) {
        return ids.computeIfAbsent(
                found.group(), unused -> "019aa5b4-c000-%s000-8000-%012d".formatted(found.group(1), ids.size() + 1));
    }

    private static String md5(String text) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has it", impossible);
        }
    }
}
