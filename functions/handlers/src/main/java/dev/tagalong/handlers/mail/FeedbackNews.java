package dev.tagalong.handlers.mail;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.people.MailTrouble;
import dev.tagalong.handlers.http.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What SES tells of a mail that was refused. Whose mail it was stands in the tags that were sent with it.
 *
 * @param addresses that refused it
 */
record FeedbackNews(WorkspaceId workspace, UserId user, Set<String> addresses, MailTrouble trouble) {
    private static final int LONGEST = 320;

    /** Reads it; absent if the mail may still get through or nobody refused it. Throws BadInput if it is no such event. */
    static Optional<FeedbackNews> read(Map<String, Object> event) {
        var detail = Fields.of(event).object("detail");
        return switch (detail.text("eventType", LONGEST)) {
            case "Bounce" -> {
                var bounce = detail.object("bounce");
                yield "Permanent".equals(bounce.text("bounceType", LONGEST))
                        ? Optional.of(of(event, "bounce", "bouncedRecipients", MailTrouble.BOUNCED))
                        : Optional.empty();
            }
            case "Complaint" -> Optional.of(of(event, "complaint", "complainedRecipients", MailTrouble.COMPLAINED));
            default -> Optional.empty();
        };
    }

    private static FeedbackNews of(Map<String, Object> event, String news, String recipients, MailTrouble trouble) {
        return new FeedbackNews(
                new WorkspaceId(tag(event, "workspace")),
                new UserId(Integer.parseInt(tag(event, "user"))),
                addresses(Nested.at(event, "detail", news, recipients)),
                trouble);
    }

    private static String tag(Map<String, Object> event, String name) {
        return Nested.at(event, "detail", "mail", "tags", name) instanceof List<?> values && !values.isEmpty()
                ? String.valueOf(values.getFirst())
                : "";
    }

    /** The addresses, without a name that may stand before them. */
    private static Set<String> addresses(Object recipients) {
        return recipients instanceof List<?> list
                ? list.stream()
                        .map(recipient -> recipient instanceof Map<?, ?> fields ? fields.get("emailAddress") : "")
                        .map(String::valueOf)
                        .map(address ->
                                address.replaceAll(".*<([^<>]*)>\\s*", "$1").strip())
                        .filter(address -> !address.isEmpty())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
