package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.once.Claim;
import dev.tagalong.domain.once.Claims;
import dev.tagalong.domain.once.Reply;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Write;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The claim of a call that shall take effect once, and its reply, compressed: lists of people say the same many times. */
final class ClaimItem {
    /** That nobody has the name, or had it too long ago. */
    static final String FREE = "attribute_not_exists(PK) OR expiresAt <= :at";

    /** The answer, once there is one. */
    private static final String REPLY = "reply";

    private ClaimItem() {}

    static Step make(String table, WorkspaceId workspace, Claim claim) {
        var taken = new Commit.Taken(Write.MakeClaim.FIELD);
        return Step.put(table, write(workspace, claim, null), FREE, at(claim), taken);
    }

    static Map<String, AttributeValue> at(Claim claim) {
        return Map.of(":at", AttributeValue.fromN(Long.toString(claim.at().toEpochMilli())));
    }

    static Map<String, AttributeValue> write(WorkspaceId workspace, Claim claim, @Nullable Reply reply) {
        var item = Item.of(Keys.claim(workspace, claim.name()), "claim")
                .put("name", claim.name())
                .put("asked", claim.request())
                .put("at", claim.at())
                .putAll("drawn", claim.drawn())
                .put("expiresAt", claim.expiresAt())
                .put("ttl", claim.expiresAt().getEpochSecond());
        if (reply != null) {
            item.put("status", reply.status());
            item.attributes().put(REPLY, AttributeValue.fromB(SdkBytes.fromByteArray(compress(reply.text()))));
        }
        return item.attributes();
    }

    static Claims.Kept read(Map<String, AttributeValue> attributes) {
        var item = Item.read(attributes);
        var claim = new Claim(item.text("name"), item.text("asked"), item.instant("at"), item.texts("drawn"));
        var reply = attributes.get(REPLY);
        return new Claims.Kept(
                claim,
                reply == null
                        ? null
                        : new Reply(item.count("status"), expand(reply.b().asByteArray())));
    }

    /** How much of an item its reply takes. */
    static int replyBytes(Map<String, AttributeValue> attributes) {
        var reply = attributes.get(REPLY);
        return reply == null ? 0 : reply.b().asByteArrayUnsafe().length;
    }

    private static byte[] compress(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var compressed = new GZIPOutputStream(bytes)) {
            compressed.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String expand(byte[] bytes) {
        try (var expanded = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(expanded.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
