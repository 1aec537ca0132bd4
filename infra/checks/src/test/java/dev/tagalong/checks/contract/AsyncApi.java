package dev.tagalong.checks.contract;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.tagalong.checks.Template;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;

/** docs/asyncapi.yaml: which frames people may hear, and which of them were seen. Thread-safe. */
public final class AsyncApi {
    private static final AsyncApi OURS = read();
    private static final Pattern TYPE = Pattern.compile("^\\{\"type\":\"([a-z_]+)\"");
    /** API Gateway's own frame, which has no type. */
    private static final String FAILURE = "{\"message\":";

    private static final String HEARD = "/operations/hear/messages";

    private final Document document;
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    private AsyncApi(Document document) {
        this.document = document;
    }

    /** The one in docs, of which nothing was seen yet. */
    static AsyncApi read() {
        return new AsyncApi(Document.parse(Template.read("docs/asyncapi.yaml")));
    }

    /** The one in docs, the same for every test of a run. */
    public static AsyncApi ours() {
        return OURS;
    }

    /** The names of the frames that people may hear. */
    Set<String> heard() {
        var names = new TreeSet<String>();
        for (int at = 0; document.at(HEARD + "/" + at).isThere(); at++) {
            var pointer = document.at(HEARD + "/" + at).pointer();
            names.add(pointer.substring(pointer.lastIndexOf('/') + 1));
        }
        return names;
    }

    /** The frames that were not seen yet. */
    Set<String> unseen() {
        var unseen = heard();
        unseen.removeAll(seen);
        return unseen;
    }

    private static String name(String frame) {
        var type = TYPE.matcher(frame);
        if (type.find()) {
            return type.group(1);
        }
        return frame.startsWith(FAILURE) ? "failure" : frame;
    }

    /** What is wrong with a frame that somebody heard; none if it is as described, which is noted. */
    public List<String> problems(String frame) {
        var name = name(frame);
        if (!heard().contains(name)) {
            return List.of("undocumented frame: " + frame);
        }
        var payload = "/components/messages/" + name + "/payload";
        var problems = frame.startsWith("{")
                ? document.problems(payload, frame)
                : document.problems(payload, TextNode.valueOf(frame));
        if (problems.isEmpty()) {
            seen.add(name);
        }
        return problems;
    }
}
