package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.people.Listed;
import dev.tagalong.domain.people.Roster;
import dev.tagalong.domain.people.UserType;
import java.util.List;

/** Lists everybody of a kind with one consistent Query of small items. */
public final class DynamoRoster implements Roster {
    private final Table table;

    public DynamoRoster(Table table) {
        this.table = table;
    }

    @Override
    public List<Listed> agents(WorkspaceId workspace) {
        return all(workspace, UserType.AGENT);
    }

    @Override
    public List<Listed> contacts(WorkspaceId workspace) {
        return all(workspace, UserType.CONTACT);
    }

    private List<Listed> all(WorkspaceId workspace, UserType type) {
        return table.query(Keys.roster(workspace, type)).stream()
                .map(ListedItem::read)
                .sorted(Listed.BY_NAME)
                .toList();
    }
}
