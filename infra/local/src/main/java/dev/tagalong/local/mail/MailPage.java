package dev.tagalong.local.mail;

import dev.tagalong.local.http.LocalPage;
import dev.tagalong.local.wire.Json;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;

/** What lies in the mailbox, oldest first: all of it, what went {@code to} an address, or that without the first {@code skip}. */
public final class MailPage implements LocalPage {
    private static final String NUMBER = "[0-9]{1,9}";

    private final Mailbox mailbox;

    public MailPage(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public Page answer(Map<String, String> query, SdkBytes body) {
        var skip = query.getOrDefault("skip", "0");
        if (!skip.matches(NUMBER)) {
            return new Page(400, Json.write(Json.of("error", "skip: must be a whole number")));
        }
        return new Page(200, Json.write(mailbox.to(query.getOrDefault("to", ""), Integer.parseInt(skip))));
    }
}
