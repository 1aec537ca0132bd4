package dev.tagalong.domain.people;

import org.jspecify.annotations.Nullable;

/**
 * How a user is called and reached.
 *
 * @param firstName at most 100 characters
 * @param lastName may be empty, at most 100 characters
 * @param email as typed; unique per workspace when case is folded; null if there is none
 * @param avatarUrl null if there is none
 */
public record Person(
        String firstName,
        String lastName,
        @Nullable String email,
        @Nullable String avatarUrl) {
    public Person {
        if (firstName.length() > 100 || lastName.length() > 100) {
            throw new IllegalArgumentException("a name has at most 100 characters");
        }
    }

    /** First and last name with a space between, or the one there is. */
    public String fullName() {
        return (firstName + " " + lastName).strip();
    }
}
