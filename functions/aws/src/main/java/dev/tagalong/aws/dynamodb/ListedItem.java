package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.people.Folded;
import dev.tagalong.domain.people.Listed;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.User;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A user's item in the list of everybody of their type, which is written with their profile. */
final class ListedItem {
    private ListedItem() {}

    static Map<String, AttributeValue> write(WorkspaceId workspace, User user) {
        var listed = Listed.of(user);
        var role = listed.role();
        return Item.of(Keys.listed(workspace, user.type(), user.id()), "listed")
                .put("user", listed.user().value())
                .put("name", listed.name().text())
                .put("email", listed.email().text())
                .put("role", role == null ? null : Item.word(role))
                .put("active", listed.active())
                .attributes();
    }

    static Listed read(Map<String, AttributeValue> attributes) {
        var item = Item.read(attributes);
        var role = item.textOrNull("role");
        return new Listed(
                new UserId(item.count("user")),
                new Folded(item.text("name")),
                new Folded(item.text("email")),
                role == null ? null : Item.constant(Role.class, role),
                item.flag("active"));
    }
}
