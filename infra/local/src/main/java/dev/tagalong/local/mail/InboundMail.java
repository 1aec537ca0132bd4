package dev.tagalong.local.mail;

import dev.tagalong.local.functions.AsyncInvocations;
import dev.tagalong.local.http.LocalPage;
import dev.tagalong.local.storage.ObjectStore;
import dev.tagalong.local.template.Deployment;
import dev.tagalong.local.template.Template;
import dev.tagalong.local.wire.Json;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Takes in mail as SES does by the template's receipt rule: the raw mail goes into the bucket of its S3 action, then the
 * function of its Lambda action is told of it. The envelope is made from the headers. Verdicts are PASS unless the query
 * says otherwise; NONE leaves one out.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda-event.html">the event</a>
 */
public final class InboundMail implements LocalPage {
    private static final List<String> VERDICTS = List.of("spf", "dkim", "dmarc", "spam", "virus");

    private final ObjectStore objects;
    private final AsyncInvocations functions;
    private final String bucket;
    private final String function;
    private final String domain;

    private InboundMail(
            ObjectStore objects, AsyncInvocations functions, String bucket, String function, String domain) {
        this.objects = objects;
        this.functions = functions;
        this.bucket = bucket;
        this.function = function;
        this.domain = domain;
    }

    /** By the one receipt rule of the template. */
    public static InboundMail of(
            Template template, Deployment deployment, ObjectStore objects, AsyncInvocations functions) {
        var properties =
                template.resources("AWS::SES::ReceiptRule").values().iterator().next();
        var rule = Template.object(properties, "Rule");
        var actions =
                Template.list(rule, "Actions").stream().map(Template::object).toList();
        var bucket = Template.object(actions.get(0), "S3Action").get("BucketName");
        var function = Template.object(actions.get(1), "LambdaAction").get("FunctionArn");
        var arn = deployment.text(Objects.requireNonNull(function, "the Lambda action has a function"));
        return new InboundMail(
                objects,
                functions,
                deployment.text(Objects.requireNonNull(bucket, "the S3 action has a bucket")),
                arn.substring(arn.lastIndexOf(':') + 1),
                deployment.text(Template.list(rule, "Recipients").getFirst()));
    }

    @Override
    public Page answer(Map<String, String> query, SdkBytes body) {
        try {
            var mail = new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(body.asByteArray()));
            var recipients = recipients(mail);
            if (recipients.isEmpty()) {
                return new Page(400, Json.write(Json.of("message", "the mail has no recipient at " + domain)));
            }
            var id = UUID.randomUUID().toString().replace("-", "");
            objects.put(bucket, id, body);
            var told = functions.invoke(function, Json.write(event(id, sender(mail), recipients, query)));
            return new Page(told.failed() ? 500 : 200, Json.write(Json.of("message_id", id, "answer", told.payload())));
        } catch (MessagingException malformed) {
            return new Page(400, Json.write(Json.of("message", "the body is not MIME")));
        }
    }

    private List<String> recipients(MimeMessage mail) throws MessagingException {
        Address @Nullable [] all = mail.getAllRecipients();
        return Stream.ofNullable(all)
                .flatMap(Arrays::stream)
                .map(address -> address instanceof InternetAddress internet ? internet.getAddress() : "")
                .filter(address -> address.toLowerCase(Locale.ROOT).endsWith("@" + domain.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static String sender(MimeMessage mail) throws MessagingException {
        var returned = mail.getHeader("Return-Path");
        if (returned != null) {
            return returned[0].strip().replaceAll("[<>]", "");
        }
        var from = mail.getFrom();
        return from != null && from[0] instanceof InternetAddress internet ? internet.getAddress() : "";
    }

    private static Map<String, Object> event(
            String id, String sender, List<String> recipients, Map<String, String> query) {
        var now = Instant.now().toString();
        var receipt = Json.of(
                "timestamp",
                now,
                "processingTimeMillis",
                100,
                "recipients",
                recipients,
                "action",
                Json.of("type", "Lambda", "invocationType", "Event"));
        VERDICTS.forEach(name -> {
            var status = query.getOrDefault(name, "PASS").toUpperCase(Locale.ROOT);
            if (!status.equals("NONE")) {
                receipt.put(name + "Verdict", Json.of("status", status));
            }
        });
        var mail = Json.of(
                "timestamp", now,
                "source", sender,
                "messageId", id,
                "destination", recipients,
                "headersTruncated", false,
                "headers", List.of(),
                "commonHeaders", Json.of());
        return Json.of(
                "Records",
                List.of(Json.of(
                        "eventSource", "aws:ses",
                        "eventVersion", "1.0",
                        "ses", Json.of("mail", mail, "receipt", receipt))));
    }
}
