package dev.tagalong.handlers.people;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.people.AsciiAddress;
import dev.tagalong.domain.people.NewUser;
import dev.tagalong.domain.people.Person;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.UserType;
import dev.tagalong.handlers.http.Fields;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the bodies by which users are made and changed. */
final class UserRequest {
    private static final String ATOM = "[^@.\\s\\p{Cntrl}<>\"(),:;\\\\\\[\\]]+";
    private static final String LABEL = "[\\p{L}\\p{Nd}\\-&&[^\\x{10000}-\\x{10FFFF}]]+";

    /** No wider than what a letter can be addressed to, or the user's mail would fail for ever. */
    private static final Pattern EMAIL = Pattern.compile(ATOM + "(\\." + ATOM + ")*@" + LABEL + "(\\." + LABEL + ")*");

    private UserRequest() {}

    static NewUser agent(Fields body) {
        return new NewUser(
                body.optionalNumber("id", 1, Integer.MAX_VALUE).map(UserId::new).orElse(null),
                body.optionalUuid("uuid").orElse(null),
                externalId(body),
                UserType.AGENT,
                body.word("role", Role.class),
                person(body));
    }

    static NewUser contact(Fields body) {
        return new NewUser(null, null, externalId(body), UserType.CONTACT, null, person(body));
    }

    static Person person(Fields body) {
        return new Person(
                body.text("first_name", 100),
                body.textOrEmpty("last_name", 100),
                email(body).orElseThrow(() -> body.refuse("email", "is required")),
                body.optionalText("avatar_url", 2000).orElse(null));
    }

    /** What is given replaces what was; external id and picture may be taken away by null. */
    static User merge(User before, Fields body) {
        var person = before.person();
        return before.with(
                new Person(
                        body.optionalText("first_name", 100).orElse(person.firstName()),
                        body.isGiven("last_name") ? body.textOrEmpty("last_name", 100) : person.lastName(),
                        email(body).orElse(person.email()),
                        body.has("avatar_url")
                                ? body.optionalText("avatar_url", 2000).orElse(null)
                                : person.avatarUrl()),
                body.has("external_id") ? externalId(body) : before.externalId(),
                before.isAgent() ? body.optionalWord("role", Role.class).orElse(before.role()) : before.role(),
                body.flag("active").orElse(before.active()));
    }

    private static Optional<String> email(Fields body) {
        return body.optionalText("email", 254).map(email -> {
            if (!EMAIL.matcher(email).matches() || AsciiAddress.of(email).isEmpty()) {
                throw body.refuse("email", "must be an email address");
            }
            return email;
        });
    }

    private static @Nullable String externalId(Fields body) {
        return body.optionalExternalId("external_id").orElse(null);
    }
}
