package dev.tagalong.local.template;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What references mean once everything has a place: parameters, pseudo parameters and the names of resources. */
public final class Deployment {
    /** The region that everything is in. */
    public static final String REGION = "eu-central-1";
    /** The account that everything is in. */
    public static final String ACCOUNT = "000000000000";

    /** The stage of the WebSocket API. */
    public static final String STAGE = "live";
    /** The id of the WebSocket API. */
    public static final String SOCKET_API = "local";

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}!]+)}");

    private final Map<String, String> references = new HashMap<>();

    public Deployment(Map<String, String> parameters) {
        references.putAll(parameters);
        references.put("AWS::Region", REGION);
        references.put("AWS::AccountId", ACCOUNT);
        references.put("AWS::Partition", "aws");
    }

    /** Says what a reference means, such as a logical id or Id.Attribute. */
    public void place(String reference, String value) {
        references.put(reference, value);
    }

    /** The ARN of something in this region and account. */
    public static String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
    }

    /** What a bucket of the template is called. */
    public static String bucket(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The ARN of a bucket of the template, which names neither region nor account. */
    public static String bucketArn(String name) {
        return "arn:aws:s3:::" + bucket(name);
    }

    /** The text that a value of the template means; a reference to something without a place is its own name. */
    public String text(Object value) {
        if (!(value instanceof Map<?, ?> call)) {
            return String.valueOf(value);
        }
        var entry = call.entrySet().iterator().next();
        return switch (String.valueOf(entry.getKey())) {
            case "Ref" -> reference(String.valueOf(entry.getValue()));
            case "Fn::GetAtt" -> reference(attribute(entry.getValue()));
            case "Fn::Sub" -> substitute(String.valueOf(entry.getValue()));
            default -> throw new IllegalArgumentException("the runner does not know " + entry.getKey());
        };
    }

    private static String attribute(Object path) {
        return path instanceof List<?> parts
                ? String.join(".", parts.stream().map(String::valueOf).toList())
                : String.valueOf(path);
    }

    private String substitute(String text) {
        return REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(reference(match.group(1))));
    }

    private String reference(String name) {
        return references.getOrDefault(name, name);
    }
}
