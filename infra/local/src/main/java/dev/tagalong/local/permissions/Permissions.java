package dev.tagalong.local.permissions;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one function may do, and which of its permissions it has needed so far. Thread-safe.
 *
 * <p>The invocation that a thread works for is inherited by the threads it starts.
 */
public final class Permissions {
    private static final InheritableThreadLocal<@Nullable Permissions> CURRENT = new InheritableThreadLocal<>();

    private final String function;
    private final List<Statement> statements;
    private final Set<Permission> needed = ConcurrentHashMap.newKeySet();

    private Permissions(String function, List<Statement> statements) {
        this.function = function;
        this.statements = List.copyOf(statements);
    }

    /** The permissions of a function. */
    public static Permissions of(String function, List<Statement> statements) {
        return new Permissions(function, statements);
    }

    /** Makes this the one that calls of this thread, and of those it starts from now on, are held to. */
    public void apply() {
        CURRENT.set(this);
    }

    /** Throws AccessDenied if the invocation that this thread works for may not make the call; without one nothing is checked. */
    static void check(Supplier<List<ServiceCall>> calls) {
        var current = CURRENT.get();
        if (current != null) {
            calls.get().forEach(current::check);
        }
    }

    /** Throws AccessDenied if a statement denies the call or none allows it. */
    public void check(ServiceCall call) {
        var about =
                statements.stream().filter(statement -> statement.covers(call)).toList();
        var denied = about.stream().anyMatch(statement -> !statement.allows());
        if (denied || about.isEmpty()) {
            throw new AccessDenied(function, call);
        }
        var enough = about.stream()
                .flatMap(Statement::permissions)
                .filter(permission -> permission.covers(call))
                .distinct()
                .toList();
        if (enough.size() == 1) {
            needed.addAll(enough);
        }
    }

    /**
     * What is allowed and no call needed yet, as "action on resource" in the statements' words, sorted. A call needs what
     * alone allows it. An action that holds a star counts as unused: those that are meant can be named.
     */
    public List<String> unused() {
        return statements.stream()
                .filter(Statement::allows)
                .flatMap(Statement::permissions)
                .filter(permission -> permission.action().contains("*") || !needed.contains(permission))
                .map(Permission::toString)
                .distinct()
                .sorted()
                .toList();
    }
}
