package dev.tagalong.checks.chaos;

import org.jspecify.annotations.Nullable;

/** One thing that somebody does at a ticket; each is one event. People and tickets go by their places in the script. */
sealed interface Act {
    /** Where. */
    int ticket();

    /** By which of the authors. */
    int author();

    /** Somebody is added as follower, once in the script. */
    record Add(int ticket, int author, int follower) implements Act {}

    /** A follower is taken off. */
    record Remove(int ticket, int author, int follower) implements Act {}

    /**
     * A reply or a note.
     *
     * @param word that occurs in no other message
     * @param mentioned one of the followers, in a note; null for nobody
     */
    record Say(
            int ticket,
            int author,
            String word,
            boolean note,
            @Nullable Integer mentioned) implements Act {}

    /** A tag that no other change brings; nobody gets a row for it. */
    record Tag(int ticket, int author, String word) implements Act {}
}
