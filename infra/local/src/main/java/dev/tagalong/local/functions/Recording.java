package dev.tagalong.local.functions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where invocations are written down, byte for byte: Function/request.event.json and Function/request.answer.json, where
 * request is the id of the request, which HTTP answers carry as x-request-id. Holds secrets, as the events do.
 *
 * @param folder null if nothing is written down
 */
record Recording(@Nullable Path folder) {
    /** The system property of the functions' process that names the folder. */
    static final String PROPERTY = "tagalong.record";

    static Recording ofThisProcess() {
        var name = System.getProperty(PROPERTY);
        return new Recording(name == null ? null : Path.of(name));
    }

    /** Writes one invocation down; the answer is there last. */
    void write(String function, String request, byte[] event, byte[] answer) {
        if (folder == null) {
            return;
        }
        try {
            var place = Files.createDirectories(folder.resolve(function));
            Files.write(place.resolve(request + ".event.json"), event);
            Files.write(place.resolve(request + ".answer.json"), answer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
