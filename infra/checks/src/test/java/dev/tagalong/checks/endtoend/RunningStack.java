package dev.tagalong.checks.endtoend;

import dev.tagalong.local.Options;
import dev.tagalong.local.Runner;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test class the one running stack, started with the first and closed after the last: as Runner or Desk. */
public final class RunningStack implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Runner.class || type == Desk.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var store = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL);
        var runner = store.computeIfAbsent(Runner.class, type -> start(), Runner.class);
        return parameter.getParameter().getType() == Runner.class
                ? runner
                : store.computeIfAbsent(
                        Desk.class, type -> Desk.demo(runner.http(), runner.webSocket(), runner.lambda()), Desk.class);
    }

    private static Runner start() {
        return Runner.start(Options.standard().anyPorts().by(Path.of("../../template.yaml")));
    }
}
