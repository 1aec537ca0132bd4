package dev.tagalong.handlers.mail;

import dev.tagalong.domain.mail.Arrival;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what SES tells of a mail that has come in. A verdict that is not there is an empty one. */
final class ReceiptNews {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    private ReceiptNews() {}

    /** Throws IllegalArgumentException if it is no such event. */
    static Arrival read(Map<String, Object> event) {
        var record = Nested.at(event, "Records") instanceof List<?> records && records.size() == 1
                ? records.getFirst()
                : Map.of();
        var id = text(record, "ses", "mail", "messageId");
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not the event of one mail");
        }
        var receipt = Nested.at(record, "ses", "receipt");
        var verdicts = new Arrival.Verdicts(
                text(receipt, "spfVerdict", "status"),
                text(receipt, "dkimVerdict", "status"),
                text(receipt, "dmarcVerdict", "status"),
                text(receipt, "spamVerdict", "status"),
                text(receipt, "virusVerdict", "status"));
        var sender = text(record, "ses", "mail", "source");
        var recipients = Nested.at(receipt, "recipients") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.<String>of();
        return new Arrival(id, sender.equals("<>") ? "" : sender, recipients, verdicts);
    }

    private static String text(Object object, String... path) {
        return Nested.at(object, path) instanceof String text ? text : "";
    }
}
