package dev.tagalong.local.template;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML with CloudFormation's short forms, which become their long forms: !Ref X is {Ref: X}. */
final class Yaml extends SafeConstructor {
    private Yaml() {
        super(new LoaderOptions());
        yamlMultiConstructors.put("!", new ShortForm());
    }

    static Map<String, Object> load(String text) {
        return new org.yaml.snakeyaml.Yaml(new Yaml()).load(text);
    }

    private final class ShortForm extends AbstractConstruct {
        @Override
        public Object construct(Node node) {
            var name = node.getTag().getValue().substring(1);
            var key = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
            return Map.of(key, value(name, node));
        }

        private Object value(String name, Node node) {
            return switch (node) {
                case ScalarNode scalar -> scalar(name, scalar.getValue());
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new IllegalArgumentException("a tag on something unknown");
            };
        }

        private Object scalar(String name, String value) {
            return name.equals("GetAtt") ? List.of(value.split("\\.", 2)) : value;
        }
    }
}
