package dev.tagalong.local.storage;

import dev.tagalong.local.wire.Loopback;
import dev.tagalong.local.wire.Loopback.Answer;
import dev.tagalong.local.wire.Loopback.Asked;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.utils.Md5Utils;

/**
 * The REST API of S3 with the bucket in the path, as far as PutObject, GetObject, DeleteObject and ListObjectsV2 go. Of a list
 * there is the first page only.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html">S3's
 *     operations</a>
 */
public final class ObjectApi {
    private static final Map<String, String> XML = Map.of("content-type", "application/xml");
    private static final String STREAMING = "STREAMING-";

    private final ObjectStore objects;
    private final Set<String> buckets;

    private ObjectApi(ObjectStore objects, Set<String> buckets) {
        this.objects = objects;
        this.buckets = Set.copyOf(buckets);
    }

    /** Starts it with those buckets. */
    public static Loopback start(ObjectStore objects, Set<String> buckets) {
        return Loopback.start(new ObjectApi(objects, buckets)::answer);
    }

    private Answer answer(Asked asked) {
        var path = decoded(asked.path().replace("+", "%2B")).substring(1).split("/", 2);
        var bucket = path[0];
        var key = path.length == 2 ? path[1] : "";
        if (!buckets.contains(bucket)) {
            return new Answer(404, XML, error("NoSuchBucket", "The specified bucket does not exist."));
        }
        return switch (asked.method()) {
            case "PUT" -> put(bucket, key, content(asked));
            case "GET" -> key.isEmpty() ? list(bucket, asked.query()) : get(bucket, key);
            case "DELETE" -> delete(bucket, key);
            default -> new Answer(405, XML, error("MethodNotAllowed", "The runner does not know this operation."));
        };
    }

    private Answer put(String bucket, String key, SdkBytes content) {
        objects.put(bucket, key, content);
        return new Answer(200, Map.of("etag", etag(content)), "");
    }

    private Answer get(String bucket, String key) {
        return objects.get(bucket, key)
                .map(content -> new Answer(200, Map.of("etag", etag(content)), content))
                .orElseGet(() -> new Answer(404, XML, error("NoSuchKey", "The specified key does not exist.")));
    }

    private Answer delete(String bucket, String key) {
        objects.delete(bucket, key);
        return new Answer(204, Map.of(), "");
    }

    private Answer list(String bucket, String query) {
        int most = Integer.parseInt(parameter(query, "max-keys").orElse("1000"));
        var after = parameter(query, "start-after").orElse("");
        var keys = objects.keys(bucket, parameter(query, "prefix").orElse("")).stream()
                .filter(key -> key.compareTo(after) > 0)
                .toList();
        var listed = keys.stream()
                .limit(most)
                .map(key -> "<Contents><Key>" + escaped(key) + "</Key></Contents>")
                .toList();
        return new Answer(
                200,
                XML,
                "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>" + bucket
                        + "</Name><IsTruncated>" + (listed.size() < keys.size()) + "</IsTruncated><KeyCount>"
                        + listed.size() + "</KeyCount>" + String.join("", listed) + "</ListBucketResult>");
    }

    private static Optional<String> parameter(String query, String name) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> decoded(pair.substring(name.length() + 1)))
                .findFirst();
    }

    /** What was sent, out of the signed chunks in which the SDK sends it. */
    private static SdkBytes content(Asked asked) {
        if (!asked.headers().getOrDefault("x-amz-content-sha256", "").startsWith(STREAMING)) {
            return asked.content();
        }
        var chunked = asked.content().asByteArray();
        var content = new ByteArrayOutputStream();
        int at = 0;
        int size;
        do {
            int end = at;
            while (chunked[end] != '\n') {
                end++;
            }
            var head = new String(chunked, at, end - at, StandardCharsets.US_ASCII).strip();
            size = HexFormat.fromHexDigits(head.split(";", 2)[0]);
            content.write(chunked, end + 1, size);
            at = end + 1 + size + "\r\n".length();
        } while (size > 0);
        return SdkBytes.fromByteArray(content.toByteArray());
    }

    private static String etag(SdkBytes content) {
        return "\"" + HexFormat.of().formatHex(Md5Utils.computeMD5Hash(content.asByteArray())) + "\"";
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String error(String code, String message) {
        return "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>";
    }
}
