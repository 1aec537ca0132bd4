package dev.tagalong.domain.conversation;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What agents change about a conversation, besides its assignment.
 *
 * @param subject 1 to 500 characters
 * @param tags at most 50, each 1 to 100 characters
 */
public record State(String subject, Status status, Priority priority, SortedSet<String> tags) {
    public State {
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    /** The same with another status. */
    public State withStatus(Status other) {
        return new State(subject, other, priority, tags);
    }

    /** The same with another priority. */
    public State withPriority(Priority other) {
        return new State(subject, status, other, tags);
    }

    /** The same with other tags. */
    public State withTags(SortedSet<String> others) {
        return new State(subject, status, priority, others);
    }

    /** The same with another subject. */
    public State withSubject(String other) {
        return new State(other, status, priority, tags);
    }
}
