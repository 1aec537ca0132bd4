package dev.tagalong.checks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A part of a YAML document; tags such as !Ref are left out, their values stay. */
public record Yaml(Node node) {
    static Yaml parse(String text) {
        return new Yaml(new Compose(LoadSettings.builder().build())
                .composeString(text)
                .orElseThrow(() -> new IllegalArgumentException("an empty document")));
    }

    /** The fields of a mapping, in order; none if this is no mapping. */
    Map<String, Yaml> fields() {
        var fields = new LinkedHashMap<String, Yaml>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> fields.put(text(tuple.getKeyNode()), new Yaml(tuple.getValueNode())));
        }
        return fields;
    }

    /** The field reached by these names; absent if one of them is not there. */
    Optional<Yaml> at(String... names) {
        var found = Optional.of(this);
        for (var name : names) {
            found = found.flatMap(part -> Optional.ofNullable(part.fields().get(name)));
        }
        return found;
    }

    /** The scalar reached by these names; empty if it is not there. */
    public String text(String... names) {
        return at(names).map(part -> text(part.node())).orElse("");
    }

    List<Yaml> items() {
        return node instanceof SequenceNode sequence
                ? sequence.getValue().stream().map(Yaml::new).toList()
                : List.of();
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
