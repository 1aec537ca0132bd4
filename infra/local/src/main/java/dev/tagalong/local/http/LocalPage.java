package dev.tagalong.local.http;

import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;

/** A helper of the runner under /_local, which the deployed stack has not. */
public interface LocalPage {
    /**
     * Answers one request.
     *
     * @param query the parameters, decoded, the last of those of one name
     */
    Page answer(Map<String, String> query, SdkBytes body);

    /** A JSON answer. */
    record Page(int status, String json) {}
}
