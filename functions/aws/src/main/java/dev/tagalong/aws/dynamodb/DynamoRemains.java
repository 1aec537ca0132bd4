package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.purge.Remains;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a deleted conversation leaves in the table: its own partition, the same memberships with their users, and for each
 * event of its log the rows that it put. What names the rest, a membership or the verdicts of an event, is deleted last.
 */
public final class DynamoRemains implements Remains {
    /** A sort key before every other. */
    private static final String FIRST = " ";

    private static final int SOME = 100;

    private final Table table;

    public DynamoRemains(Table table) {
        this.table = table;
    }

    @Override
    public boolean removeThread(WorkspaceId workspace, ConversationId conversation, int most) {
        var meta = Keys.meta(workspace, conversation);
        var found = table.keys(meta.pk(), FIRST, most);
        var here = found.keys().stream().filter(key -> !key.equals(meta)).toList();
        table.delete(here.stream()
                .flatMap(key -> member(key).stream())
                .map(user -> Keys.follow(workspace, user, conversation))
                .toList());
        table.delete(addressees(workspace, here));
        table.delete(mailed(workspace, here));
        table.delete(here);
        return found.more();
    }

    /** Where the addresses among these stand a second time, by their tokens. */
    private List<Keys.Key> addressees(WorkspaceId workspace, List<Keys.Key> here) {
        var addresses =
                here.stream().filter(key -> key.sk().startsWith(Keys.ADDRESS)).toList();
        return table.get(addresses).values().stream()
                .map(item -> Keys.addressee(workspace, AddressItem.read(item).token()))
                .toList();
    }

    /** Where the tokens of mails among these stand a second time. */
    private List<Keys.Key> mailed(WorkspaceId workspace, List<Keys.Key> here) {
        var tokens = here.stream()
                .filter(key -> key.sk().startsWith(Keys.MAIL_TOKEN))
                .toList();
        return table.get(tokens).values().stream()
                .map(item -> Keys.mailed(workspace, DynamoMailTokens.secret(item)))
                .toList();
    }

    private static List<UserId> member(Keys.Key key) {
        return key.sk().startsWith(Keys.PARTICIPANT)
                ? List.of(new UserId(Integer.parseInt(key.sk().substring(Keys.PARTICIPANT.length()))))
                : List.of();
    }

    @Override
    public List<EventId> events(WorkspaceId workspace, ConversationId conversation, @Nullable EventId after, int most) {
        var from = Keys.EVENT + (after == null ? "" : after.toString());
        return table.keys(Keys.audit(workspace, conversation), from, most).keys().stream()
                .map(key -> EventId.parse(key.sk().substring(Keys.EVENT.length())))
                .toList();
    }

    @Override
    public void removeNotices(WorkspaceId workspace, ConversationId conversation, EventId event, Set<UserId> told) {
        table.delete(told.stream()
                .flatMap(user -> Stream.of(
                        Keys.notification(workspace, user, event), Keys.mailWindow(workspace, user, conversation)))
                .toList());
        boolean more = true;
        while (more) {
            var decided = table.keys(Keys.verdicts(workspace, event), FIRST, SOME);
            table.delete(decided.keys());
            more = decided.more();
        }
    }
}
