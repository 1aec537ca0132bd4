package dev.tagalong.local.template;

import dev.tagalong.local.permissions.KeyCondition;
import dev.tagalong.local.permissions.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the policies of a function: statements of its own and managed policies of the template. */
public final class Policies {
    private static final String KEYS = "dynamodb:LeadingKeys";
    private static final String ANY = "ForAnyValue:StringLike";
    private static final String EVERY = "ForAllValues:StringLike";

    private final Template template;
    private final Deployment deployment;

    /** Reads policies whose references mean what the deployment says. */
    public Policies(Template template, Deployment deployment) {
        this.template = template;
        this.deployment = deployment;
    }

    /** Every statement that holds for a function. */
    public List<Statement> of(FunctionSpec function) {
        return function.policies().stream().flatMap(this::statements).toList();
    }

    private Stream<Statement> statements(Object policy) {
        var object = Template.object(policy);
        var managed = object.get("Ref");
        if (managed == null) {
            return Template.list(object, "Statement").stream().map(this::statement);
        }
        var properties = template.resources("AWS::IAM::ManagedPolicy").get(String.valueOf(managed));
        if (properties == null) {
            throw new IllegalArgumentException("the template has no managed policy " + managed);
        }
        return Template.list(Template.object(properties, "PolicyDocument"), "Statement").stream()
                .map(this::statement);
    }

    private Statement statement(Object value) {
        var statement = Template.object(value);
        return new Statement(
                "Allow".equals(statement.get("Effect")),
                texts(statement.get("Action")),
                texts(statement.get("Resource")),
                keys(Template.object(statement, "Condition")));
    }

    private KeyCondition keys(Map<String, Object> condition) {
        if (condition.isEmpty()) {
            return KeyCondition.NONE;
        }
        if (condition.keySet().equals(Set.of(ANY))) {
            return new KeyCondition(false, texts(Template.object(condition, ANY).get(KEYS)));
        }
        if (condition.keySet().equals(Set.of(EVERY, "Null"))
                && Map.of(KEYS, "false").equals(condition.get("Null"))) {
            return new KeyCondition(
                    true, texts(Template.object(condition, EVERY).get(KEYS)));
        }
        throw new IllegalArgumentException("the runner does not know the condition " + condition);
    }

    private List<String> texts(@Nullable Object oneOrMany) {
        if (oneOrMany == null) {
            throw new IllegalArgumentException("a statement names its actions and its resources");
        }
        return oneOrMany instanceof List<?> many
                ? many.stream().map(deployment::text).toList()
                : List.of(deployment.text(oneOrMany));
    }
}
