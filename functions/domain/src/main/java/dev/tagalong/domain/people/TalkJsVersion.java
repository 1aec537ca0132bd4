package dev.tagalong.domain.people;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A version of the TalkJS API, named by its date. */
public enum TalkJsVersion {
    /** Whoever leaves keeps what was said until then; access None cannot be asked for. */
    INITIAL("2021-01-01"),
    /** Whoever leaves loses the conversation; access None is what leaving was. */
    NONE_ADDED("2021-07-30");

    private final String date;

    TalkJsVersion(String date) {
        this.date = date;
    }

    /** The version of that date; absent if there is none. */
    public static Optional<TalkJsVersion> of(String date) {
        return Arrays.stream(values())
                .filter(version -> version.date.equals(date))
                .findFirst();
    }

    /** The dates of all, for whoever named another. */
    public static String dates() {
        return Arrays.stream(values()).map(TalkJsVersion::date).collect(Collectors.joining(" or "));
    }

    /** Its name. */
    public String date() {
        return date;
    }
}
