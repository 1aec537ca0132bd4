package dev.tagalong.domain;

/**
 * A user: an agent, a contact or the System user. HelperIQ clients speak of users by this number.
 *
 * @param value positive, unique in its workspace
 */
public record UserId(int value) {
    public UserId {
        if (value < 1) {
            throw new IllegalArgumentException("a user id is a positive number");
        }
    }
}
