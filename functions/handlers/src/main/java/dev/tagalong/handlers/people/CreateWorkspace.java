package dev.tagalong.handlers.people;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.Workspaces;
import dev.tagalong.handlers.http.Fields;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.wiring.Wiring;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Invoked by the operator, with {"workspace", "owner": {"first_name", "last_name", "email", "id"?}}: makes a workspace
 * with its System user and first owner. A payload that is not right fails the invocation with a sentence that says what.
 */
public final class CreateWorkspace implements RequestHandler<Map<String, Object>, Map<String, @Nullable Object>> {
    private final Workspaces workspaces;

    /** For Lambda. */
    public CreateWorkspace() {
        this(Wiring.shared().workspaces());
    }

    CreateWorkspace(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @Override
    public Map<String, @Nullable Object> handleRequest(Map<String, Object> payload, Context context) {
        var fields = Fields.of(payload);
        var workspace = new WorkspaceId(fields.text("workspace", 63));
        var owner = fields.object("owner");
        var id = new UserId(owner.optionalNumber("id", 2, Integer.MAX_VALUE).orElse(2));
        return switch (workspaces.create(workspace, id, UserRequest.person(owner))) {
            case Outcome.Done<User> done ->
                Json.object("workspace", workspace.value(), "owner", UserWire.full(done.value()));
            case Outcome.Refused<User> refused ->
                throw new IllegalArgumentException(refused.refusal().message());
        };
    }
}
