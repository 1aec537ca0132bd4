package dev.tagalong.domain.mail;

import dev.tagalong.domain.WorkspaceId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A token as it comes back, in a link or in an address, before anybody has looked whether there is such a one. */
record TokenName(WorkspaceId workspace, String secret) {
    private static final Pattern IN_LINK = Pattern.compile("([0-9a-v]{26})\\.([a-z0-9-]{1,37})");
    private static final Pattern IN_ADDRESS = Pattern.compile("([0-9a-v]{26})_([a-z0-9-]{1,37})@([a-z0-9.-]+)");

    /** What a link names; absent if it cannot be one of ours. */
    static Optional<TokenName> ofLink(String text) {
        var parts = IN_LINK.matcher(text);
        return parts.matches() ? of(parts.group(2), parts.group(1)) : Optional.empty();
    }

    /** What an address of that domain names, in either case of letters; absent if it cannot be one of ours. */
    static Optional<TokenName> ofAddress(String address, String domain) {
        var parts = IN_ADDRESS.matcher(address.toLowerCase(Locale.ROOT));
        return parts.matches() && parts.group(3).equals(domain) ? of(parts.group(2), parts.group(1)) : Optional.empty();
    }

    private static Optional<TokenName> of(String workspace, String secret) {
        return WorkspaceId.isOne(workspace)
                ? Optional.of(new TokenName(new WorkspaceId(workspace), secret))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "TokenName[workspace=" + workspace + "]";
    }
}
