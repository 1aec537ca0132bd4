package dev.tagalong.local.permissions;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One action on one resource, as a statement names them.
 *
 * @param action such as dynamodb:Query; a star stands for anything
 * @param resource an ARN; a star stands for anything
 */
record Permission(String action, String resource) {
    /** Whether the call does that to any of the resources by which it may be allowed. */
    boolean covers(ServiceCall call) {
        return isLike(action, call.action())
                && call.resources().stream().anyMatch(candidate -> isLike(resource, candidate));
    }

    static boolean isLike(String stars, String text) {
        return Pattern.compile(
                        Stream.of(stars.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                        Pattern.DOTALL)
                .matcher(text)
                .matches();
    }

    @Override
    public String toString() {
        return action + " on " + resource;
    }
}
