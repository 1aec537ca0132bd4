package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.people.Department;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.WorkspaceSettings;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads a lookup with consistent BatchGetItem calls, one for each hundred keys. */
public final class DynamoRecords implements Records {
    private final Table table;

    public DynamoRecords(Table table) {
        this.table = table;
    }

    @Override
    public Snapshot read(Lookup lookup) {
        var workspace = lookup.workspace();
        var keys = new ArrayList<Keys.Key>();
        keys.add(Keys.workspace(workspace));
        lookup.conversations().forEach(id -> keys.add(Keys.meta(workspace, id)));
        lookup.users().forEach(id -> keys.add(Keys.profile(workspace, id)));
        lookup.memberships().forEach(key -> keys.add(Keys.participant(workspace, key.conversation(), key.user())));
        lookup.departments().forEach(id -> keys.add(Keys.department(workspace, id)));
        lookup.messages().forEach(key -> keys.add(Keys.message(workspace, key.conversation(), key.message())));
        return snapshot(Keys.workspace(workspace), table.get(keys));
    }

    @Override
    public Map<UserId, User> users(WorkspaceId workspace, Collection<UserId> ids) {
        var keys = ids.stream().map(id -> Keys.profile(workspace, id)).toList();
        return table.get(keys).values().stream()
                .filter(item -> Item.read(item).text(UserItem.ENTITY).equals(UserItem.HERE))
                .map(UserItem::read)
                .collect(Collectors.toUnmodifiableMap(User::id, Function.identity()));
    }

    private static Snapshot snapshot(Keys.Key workspace, Map<Keys.Key, Map<String, AttributeValue>> found) {
        var conversations = new HashMap<ConversationId, Conversation>();
        var users = new HashMap<UserId, User>();
        var memberships = new HashMap<MembershipKey, Membership>();
        var departments = new HashMap<DepartmentId, Department>();
        var messages = new HashMap<EventId, Message>();
        for (var item : found.values()) {
            switch (Item.read(item).text("entity")) {
                case ConversationItem.HERE -> {
                    var conversation = ConversationItem.read(item);
                    conversations.put(conversation.id(), conversation);
                }
                case UserItem.HERE -> {
                    var user = UserItem.read(item);
                    users.put(user.id(), user);
                }
                case MembershipItem.HERE -> {
                    var membership = MembershipItem.read(item);
                    memberships.put(membership.key(), membership);
                }
                case "department" -> {
                    var department = new Department(
                            Keys.departmentOf(Keys.Key.of(item)),
                            Item.read(item).text("name"));
                    departments.put(department.id(), department);
                }
                case MessageItem.HERE -> {
                    var message = MessageItem.read(item);
                    messages.put(message.id(), message);
                }
                default -> {}
            }
        }
        var settings = found.get(workspace);
        return new Snapshot(
                settings == null ? WorkspaceSettings.DEFAULT : WorkspaceItem.read(settings),
                conversations,
                users,
                memberships,
                departments,
                messages);
    }
}
