package dev.tagalong.local.permissions;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the partition keys of a call must look like for a statement to matter.
 *
 * @param every whether each of them must look so, and there must be some, rather than one of them
 * @param like such as W#*; a star stands for anything; none if the keys are all the same
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">multivalued
 *     context keys</a>
 */
public record KeyCondition(boolean every, List<String> like) {
    /** Holds for every call. */
    public static final KeyCondition NONE = new KeyCondition(false, List.of());

    public KeyCondition {
        like = List.copyOf(like);
    }

    boolean holds(Set<String> keys) {
        Predicate<String> isMeant = key -> like.stream().anyMatch(pattern -> Permission.isLike(pattern, key));
        return like.isEmpty()
                || (every
                        ? !keys.isEmpty() && keys.stream().allMatch(isMeant)
                        : keys.stream().anyMatch(isMeant));
    }

    Map<String, Object> toJson() {
        return Map.of("every", every, "like", like);
    }

    static KeyCondition fromJson(Map<?, ?> json) {
        return new KeyCondition(Boolean.TRUE.equals(json.get("every")), Statement.texts(json, "like"));
    }
}
