package dev.tagalong.handlers.follow;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.follow.BulkFollowing;
import dev.tagalong.domain.follow.BulkOrder;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Fields;
import dev.tagalong.handlers.http.Repetition;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** POST /api/v1/followers/bulk: adds or removes many followers of many conversations, with a result for each pair. */
public final class ChangeFollowersInBulk extends Endpoint {
    private static final int MOST = 100;

    private final BulkFollowing following;

    /** For Lambda. */
    public ChangeFollowersInBulk() {
        this(Wiring.shared().edge(), Wiring.shared().bulkFollowing());
    }

    ChangeFollowersInBulk(Edge edge, BulkFollowing following) {
        super(edge);
        this.following = following;
    }

    @Override
    protected Repetition repetition() {
        return Repetition.HARMLESS;
    }

    @Override
    protected Response answer(Call call) {
        return BulkWire.response(following.run(call.caller(), order(call.body())));
    }

    private static BulkOrder order(Fields body) {
        return new BulkOrder(
                body.uuids("conversations", MOST).stream()
                        .map(ConversationId::new)
                        .toList(),
                body.positives("users", MOST).stream().map(UserId::new).toList(),
                body.word("action", BulkOrder.Action.class),
                body.flag("dry_run").orElse(false));
    }
}
