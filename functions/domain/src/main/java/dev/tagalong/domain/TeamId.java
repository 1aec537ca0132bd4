package dev.tagalong.domain;

/**
 * A team of agents.
 *
 * @param value positive, unique in its workspace
 */
public record TeamId(int value) {
    public TeamId {
        if (value < 1) {
            throw new IllegalArgumentException("a team id is a positive number");
        }
    }
}
