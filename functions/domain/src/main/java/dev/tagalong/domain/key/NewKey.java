package dev.tagalong.domain.key;

/**
 * A key that was just made.
 *
 * @param text the whole key, which nobody can be shown again
 */
public record NewKey(String text, KeyGrant grant) {
    /** Says nothing of the key itself, so that it gets into no log. */
    @Override
    public String toString() {
        return "NewKey[grant=" + grant + "]";
    }
}
