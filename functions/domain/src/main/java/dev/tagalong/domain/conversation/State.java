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
}
