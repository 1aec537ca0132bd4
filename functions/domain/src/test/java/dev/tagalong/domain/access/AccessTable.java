package dev.tagalong.domain.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The table of docs/access.md as it stands there. */
record AccessTable(List<Action> actions, List<Row> rows) {
    private static final Path FILE = Path.of("..", "..", "docs", "access.md");
    private static final int KEYS = 4;

    static AccessTable read() {
        try {
            var lines = Files.readAllLines(FILE).stream()
                    .filter(line -> line.startsWith("| "))
                    .map(AccessTable::cells)
                    .toList();
            var actions =
                    lines.getFirst().stream().skip(KEYS).map(Action::valueOf).toList();
            return new AccessTable(
                    actions,
                    lines.stream().skip(1).map(cells -> row(actions, cells)).toList());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
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
