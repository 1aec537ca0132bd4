package dev.tagalong.domain.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of docs/access.md as it stands there. */
record AccessTable(List<Action> actions, List<Row> rows) {
    private static final Path FILE = Path.of("..", "..", "docs", "access.md");
    private static final int KEYS = 4;

    static AccessTable read() {
        var lines = lines().stream().map(AccessTable::cells).toList();
        var actions = lines.getFirst().stream().skip(KEYS).map(Action::valueOf).toList();
        return new AccessTable(
                actions,
                lines.stream().skip(1).map(cells -> row(actions, cells)).toList());
    }

    /** The lines of the table, but for the rule below its head. */
    static List<String> lines() {
        return file().stream().filter(AccessTable::isRow).toList();
    }

    private static boolean isRow(String line) {
        return line.startsWith("| ");
    }

    private static List<String> file() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Puts these lines into the file in place of the table. */
    static void write(List<String> lines) {
        var text = new ArrayList<>(file());
        int top = text.indexOf(lines().getFirst());
        text.removeIf(line -> line.startsWith("|"));
        text.addAll(top, lines);
        text.add(top + 1, "|---".repeat(cells(lines.getFirst()).size()) + "|");
        try {
            Files.write(FILE, text);
        } catch (IOException not) {
            throw new UncheckedIOException(not);
        }
    }

    /**
     * The lines as they should be: rows whose combinations are all decided alike stay together, others fall apart into one
     * for each combination.
     */
    static List<String> printed(List<List<String>> combinations, Function<List<String>, Map<Action, Decision>> decide) {
        var old = lines();
        var printed = new ArrayList<String>();
        var keys = cells(old.getFirst()).subList(0, KEYS);
        printed.add(line(keys, Arrays.stream(Action.values()).map(Action::name)));
        for (var line : old.subList(1, old.size())) {
            var row = new Row(cells(line).subList(0, KEYS), Map.of());
            var covered = combinations.stream().filter(row::covers).toList();
            boolean alike = covered.stream().map(decide).distinct().count() == 1;
            (alike ? covered.subList(0, 1) : covered)
                    .forEach(words -> printed.add(line(
                            alike ? row.keys() : words,
                            decide.apply(words).values().stream().map(AccessTable::cell))));
        }
        return printed;
    }

    private static String line(List<String> keys, Stream<String> cells) {
        return Stream.concat(keys.stream(), cells).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String cell(Decision decision) {
        return switch (decision) {
            case ALLOWED -> "yes";
            case FORBIDDEN -> "403";
            case NOT_FOUND -> "404";
        };
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        for (var cell : line.substring(1, line.lastIndexOf('|')).split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }

    private static Row row(List<Action> actions, List<String> cells) {
        var decisions = new EnumMap<Action, Decision>(Action.class);
        for (int i = 0; i < actions.size(); i++) {
            decisions.put(actions.get(i), decision(cells.get(KEYS + i)));
        }
        return new Row(cells.subList(0, KEYS), decisions);
    }

    private static Decision decision(String cell) {
        return switch (cell) {
            case "yes" -> Decision.ALLOWED;
            case "403" -> Decision.FORBIDDEN;
            case "404" -> Decision.NOT_FOUND;
            default -> throw new IllegalArgumentException("docs/access.md has a cell " + cell);
        };
    }

    /** One row: four keys, each a list of words or any, and what it says of every action. */
    record Row(List<String> keys, Map<Action, Decision> decisions) {
        boolean covers(List<String> words) {
            for (int i = 0; i < KEYS; i++) {
                if (!covers(keys.get(i), words.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean covers(String key, String word) {
            return key.equals("any") || List.of(key.split(", ", -1)).contains(word);
        }
    }
}
