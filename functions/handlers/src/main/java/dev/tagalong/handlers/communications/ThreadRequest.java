package dev.tagalong.handlers.communications;

import dev.tagalong.domain.Uuids;
import dev.tagalong.domain.people.UserType;
import dev.tagalong.domain.subscription.Fault;
import dev.tagalong.domain.subscription.SubscriptionEntry;
import dev.tagalong.domain.subscription.ThreadName;
import dev.tagalong.handlers.http.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads the entries of a body. What has not the shape of one refuses the whole body; a word or a uuid that means nothing,
 * be it empty or endless, makes its own entry unreadable and no other. Where a body names department and customer, it
 * must name the path's.
 */
final class ThreadRequest {
    private static final int MOST = 100;
    private static final String ELSEWHERE = "is not that of the path, which counts";
    private static final Map<String, UserType> TYPES =
            Map.of("USER", UserType.AGENT, "CUSTOMER", UserType.CONTACT, "CONTACT", UserType.CONTACT);

    private final ThreadName name;

    /** For a body that was sent to that thread. */
    ThreadRequest(ThreadName name) {
        this.name = name;
    }

    List<SubscriptionEntry> entries(Fields body) {
        if (!body.isGiven("userEvents")) {
            throw body.refuse("userEvents", "is required");
        }
        var read = new ArrayList<SubscriptionEntry>();
        elsewhere(read, body, "departmentUuid", name.department().value());
        elsewhere(read, body, "customerUuid", name.customer());
        var given = body.objects("userEvents", MOST);
        for (int at = 0; at < given.size(); at++) {
            read.add(entry("userEvents[" + at + "]", given.get(at)));
        }
        return read;
    }

    /** What the body says of the thread stops no entry: they are for the path's. */
    private static void elsewhere(List<SubscriptionEntry> read, Fields body, String field, UUID expected) {
        if (isOther(body, field, expected)) {
            read.add(new SubscriptionEntry.Unreadable(field, Fault.Code.UUID_MISMATCH, ELSEWHERE));
        }
    }

    private static boolean isOther(Fields fields, String field, UUID expected) {
        var said = fields.string(field);
        return !said.isBlank() && !said.equalsIgnoreCase(expected.toString());
    }

    private SubscriptionEntry entry(String place, Fields entry) {
        try {
            var user = entry.object("user");
            if (isOther(user, "departmentUuid", name.department().value())) {
                throw new UnknownWord(Fault.Code.UUID_MISMATCH, "user.departmentUuid " + ELSEWHERE);
            }
            return new SubscriptionEntry.Wish(
                    place,
                    uuid(user),
                    type(user),
                    TopicsWire.read(entry, "addedEvents"),
                    TopicsWire.read(entry, "revokedEvents"),
                    entry.isGiven("events") ? TopicsWire.read(entry, "events") : null);
        } catch (UnknownWord unknown) {
            return new SubscriptionEntry.Unreadable(place, unknown.code(), unknown.problem());
        }
    }

    private static UUID uuid(Fields user) {
        return Uuids.read(user.string("uuid"))
                .orElseThrow(() -> new UnknownWord(Fault.Code.USER_NOT_FOUND, "user.uuid names no user"));
    }

    private static UserType type(Fields user) {
        var type = TYPES.get(user.string("type"));
        if (type == null) {
            throw new UnknownWord(Fault.Code.UNKNOWN_USER_TYPE, "user.type must be USER, CUSTOMER or CONTACT");
        }
        return type;
    }
}
