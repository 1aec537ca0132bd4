package dev.tagalong.checks.contract;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.tagalong.checks.Template;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/** docs/openapi.yaml: which answers each route may give, and which of them were seen. Thread-safe. */
public final class OpenApi {
    private static final OpenApi OURS = read();

    private final Document document;
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    private OpenApi(Document document) {
        this.document = document;
    }

    /** The one in docs, of which nothing was seen yet. */
    static OpenApi read() {
        return new OpenApi(Document.parse(Template.read("docs/openapi.yaml")));
    }

    /** The one in docs, the same for every test of a run. */
    public static OpenApi ours() {
        return OURS;
    }

    /** Every operation: GET /health. */
    public Set<String> operations() {
        return document.at("/paths").names().stream()
                .flatMap(path -> document.at("/paths" + Document.part(path)).names().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The operations of which no documented success was seen yet. */
    Set<String> unseen() {
        var unseen = operations();
        unseen.removeAll(seen);
        return unseen;
    }

    /** The operation that a request is one of; the path without a query. */
    Optional<String> operation(String method, String path) {
        var parts = List.of(path.split("/", -1));
        return operations().stream()
                .filter(operation -> operation.startsWith(method + " "))
                .filter(operation -> fits(template(operation), parts))
                .min(Comparator.comparing(operation -> operation.replace('{', Character.MAX_VALUE)));
    }

    private static List<String> template(String operation) {
        return List.of(operation.substring(operation.indexOf(' ') + 1).split("/", -1));
    }

    private static boolean fits(List<String> template, List<String> parts) {
        if (template.size() != parts.size()) {
            return false;
        }
        for (int at = 0; at < parts.size(); at++) {
            boolean isFree = template.get(at).startsWith("{") && !parts.get(at).isEmpty();
            if (!isFree && !template.get(at).equals(parts.get(at))) {
                return false;
            }
        }
        return true;
    }

    /** What is wrong with the answer to a request, by its operation or as the answer to a path that no operation has. */
    public List<String> problems(String method, String path, int status, HttpHeaders headers, String body) {
        return operation(method, path)
                .map(operation -> problems(operation, status, headers, body))
                .orElseGet(() -> status == 404
                        ? answer("/components/responses/" + family(path) + "NotFound", headers, body)
                        : List.of("undocumented: " + method + " " + path + " answered " + status));
    }

    private static String family(String path) {
        return switch (path.split("/", 3)[1]) {
            case "v1" -> "TalkJs";
            case "communications" -> "Thread";
            case "conversations" -> "Crud";
            default -> "";
        };
    }

    /** What an answer has that is not described, or lacks that is; none if it is as described, which is noted. */
    List<String> problems(String operation, int status, HttpHeaders headers, String body) {
        var method = operation.substring(0, operation.indexOf(' '));
        var path = operation.substring(operation.indexOf(' ') + 1);
        var pointer = "/paths" + Document.part(path) + "/" + method.toLowerCase(Locale.ROOT) + "/responses/" + status;
        var problems = answer(pointer, headers, body);
        if (problems.isEmpty() && status < 300) {
            seen.add(operation);
        }
        return problems;
    }

    private List<String> answer(String pointer, HttpHeaders headers, String body) {
        var response = document.at(pointer);
        if (!response.isThere()) {
            return List.of("undocumented: " + pointer);
        }
        var problems = new ArrayList<String>();
        for (var name : document.at(response.pointer() + "/headers").names()) {
            var header = document.at(response.pointer() + "/headers/" + name);
            headers.firstValue(name)
                    .ifPresentOrElse(
                            value -> document.problems(header.pointer() + "/schema", TextNode.valueOf(value))
                                    .forEach(problem -> problems.add("header " + name + problem)),
                            () -> problems.add("no header " + name));
        }
        var type = headers.firstValue("content-type").orElse("").replaceAll(";.*", "");
        var schema = response.pointer() + "/content" + Document.part(type) + "/schema";
        if (!document.at(schema).isThere()) {
            problems.add("undocumented content type: " + type);
        } else if (type.equals("application/json")) {
            problems.addAll(document.problems(schema, body));
        }
        return problems;
    }
}
