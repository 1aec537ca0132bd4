package dev.tagalong.handlers.people;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.people.UserType;
import dev.tagalong.handlers.http.Call;

/**
 * Whom a path names. Agents and contacts have paths of their own to the same functions, which differ in the name of the
 * part that holds the number.
 */
record UserPath(UserType type, UserId id) {
    private static final String AGENT = "agent_id";
    private static final String CONTACT = "contact_id";

    static UserPath of(Call call) {
        return call.path().containsKey(CONTACT)
                ? new UserPath(UserType.CONTACT, new UserId(call.number(CONTACT)))
                : new UserPath(UserType.AGENT, new UserId(call.number(AGENT)));
    }
}
