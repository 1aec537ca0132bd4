package dev.tagalong.local.mail;

import dev.tagalong.local.functions.AsyncInvocations;
import dev.tagalong.local.template.Deployment;
import dev.tagalong.local.template.FunctionSpec;
import dev.tagalong.local.template.Template;
import dev.tagalong.local.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What SES tells EventBridge of mail to the addresses of its mailbox simulator, and who is told: every function with a rule
 * that fits. A label after a plus sign is allowed, as on AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html">the mailbox simulator</a>
 */
public final class MailFeedback {
    private static final String SIMULATOR = "@simulator.amazonses.com";

    private final List<Rule> rules;
    private final AsyncInvocations functions;
    private final Deployment deployment;

    private MailFeedback(List<Rule> rules, AsyncInvocations functions, Deployment deployment) {
        this.rules = List.copyOf(rules);
        this.functions = functions;
        this.deployment = deployment;
    }

    /** The rules of the template. */
    public static MailFeedback of(List<FunctionSpec> specs, AsyncInvocations functions, Deployment deployment) {
        var rules = specs.stream().flatMap(MailFeedback::rules).toList();
        return new MailFeedback(rules, functions, deployment);
    }

    private static Stream<Rule> rules(FunctionSpec spec) {
        return spec.events().values().stream()
                .map(Template::object)
                .filter(event -> "EventBridgeRule".equals(event.get("Type")))
                .map(event -> new Rule(spec.name(), Template.object(Template.object(event, "Properties"), "Pattern")));
    }

    /** Tells of a mail what there is to tell, in its own time. */
    public void sent(SentMail mail) {
        for (var address : mail.destinations()) {
            var folded = address.toLowerCase(Locale.ROOT);
            if (folded.endsWith(SIMULATOR)) {
                switch (folded.substring(0, folded.length() - SIMULATOR.length())
                        .replaceAll("[+].*", "")) {
                    case "bounce" -> tell(event(mail, "Bounce", "Email Bounced", bounce(address)));
                    case "complaint" -> tell(event(mail, "Complaint", "Email Complaint Received", complaint(address)));
                    default -> {}
                }
            }
        }
    }

    private void tell(Map<String, Object> event) {
        rules.stream()
                .filter(rule -> fits(rule.pattern(), event))
                .forEach(rule -> Thread.ofVirtual().start(() -> functions.invoke(rule.function(), Json.write(event))));
    }

    /** Exact values only; of a list in the event one must be among them. */
    private boolean fits(Map<String, Object> pattern, @Nullable Object event) {
        Map<?, ?> fields = event instanceof Map<?, ?> map ? map : Map.of();
        return pattern.entrySet().stream().allMatch(entry -> {
            var value = fields.get(entry.getKey());
            return entry.getValue() instanceof List<?> wanted
                    ? wanted.stream().map(deployment::text).anyMatch(each -> each.equals(value) || has(value, each))
                    : fits(Template.object(entry.getValue()), value);
        });
    }

    private static boolean has(@Nullable Object value, String wanted) {
        return value instanceof List<?> list && list.contains(wanted);
    }

    private static Map<String, Object> event(SentMail mail, String type, String detailType, Map<String, Object> news) {
        var now = Instant.now().toString();
        var tags = Json.of("ses:configuration-set", List.of(mail.configurationSet()));
        mail.tags().forEach((name, value) -> tags.put(name, List.of(value)));
        return Json.of(
                "version",
                "0",
                "id",
                UUID.randomUUID().toString(),
                "detail-type",
                detailType,
                "source",
                "aws.ses",
                "account",
                Deployment.ACCOUNT,
                "time",
                now,
                "region",
                Deployment.REGION,
                "resources",
                List.of(Deployment.arn("ses", "configuration-set/" + mail.configurationSet())),
                "detail",
                Json.of(
                        "eventType",
                        type,
                        type.toLowerCase(Locale.ROOT),
                        news,
                        "mail",
                        Json.of(
                                "timestamp",
                                now,
                                "sendingAccountId",
                                Deployment.ACCOUNT,
                                "messageId",
                                mail.id(),
                                "destination",
                                mail.destinations(),
                                "headersTruncated",
                                false,
                                "tags",
                                tags)));
    }

    private static Map<String, Object> bounce(String address) {
        return Json.of(
                "feedbackId", UUID.randomUUID().toString(),
                "bounceType", "Permanent",
                "bounceSubType", "General",
                "bouncedRecipients",
                        List.of(Json.of(
                                "emailAddress", address,
                                "action", "failed",
                                "status", "5.1.1",
                                "diagnosticCode", "smtp; 550 5.1.1 user unknown")),
                "timestamp", Instant.now().toString());
    }

    private static Map<String, Object> complaint(String address) {
        return Json.of(
                "feedbackId", UUID.randomUUID().toString(),
                "complaintFeedbackType", "abuse",
                "complainedRecipients", List.of(Json.of("emailAddress", address)),
                "timestamp", Instant.now().toString());
    }

    private record Rule(String function, Map<String, Object> pattern) {}

    /**
     * A mail that SES took.
     *
     * @param id its MessageId
     */
    public record SentMail(String id, List<String> destinations, String configurationSet, Map<String, String> tags) {}
}
