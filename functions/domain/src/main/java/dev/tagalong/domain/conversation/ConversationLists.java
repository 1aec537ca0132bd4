package dev.tagalong.domain.conversation;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.AccessPolicy;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.access.Reach;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.WorkspaceSettings;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Page;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Snapshot;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists conversations: newest activity first, only what the caller may see, with exact totals. */
public final class ConversationLists {
    private final Records records;
    private final ConversationIndex index;

    public ConversationLists(Records records, ConversationIndex index) {
        this.records = records;
        this.index = index;
    }

    /**
     * One page.
     *
     * @param page from 1
     * @param size 1 to 100
     */
    public Outcome<Page<ConversationView>> list(Caller caller, ListFilter filter, int page, int size) {
        var snapshot = records.read(Lookup.in(caller.workspace()).user(caller.user()));
        return Gate.caller(caller, snapshot).then(actor -> {
            if (!caller.hasScope(Scope.CONVERSATIONS_READ)) {
                return Outcome.refused(new Refusal.Forbidden("you may not list conversations"));
            }
            var mine = new HashMap<ConversationId, Membership>();
            index.memberships(caller.workspace(), actor.id())
                    .forEach(membership -> mine.put(membership.key().conversation(), membership));
            var candidates = filter.following() || !actor.isAgent()
                    ? followed(caller, mine.values(), filter)
                    : index.all(caller.workspace()).stream();
            var visible = candidates
                    .filter(listing -> sees(actor, listing, mine, snapshot.settings()))
                    .filter(filter::matches)
                    .sorted(Comparator.comparing(Listing::lastActivityAt)
                            .reversed()
                            .thenComparing(listing -> listing.id().toString()))
                    .toList();
            var shown = views(
                    caller, Page.of(visible, page, size), listing -> sees(actor, listing, mine, snapshot.settings()));
            return Outcome.done(shown);
        });
    }

    private static boolean sees(
            User actor, Listing listing, Map<ConversationId, Membership> mine, WorkspaceSettings settings) {
        return AccessPolicy.reach(actor, listing.assignment(), mine.get(listing.id()), settings) != Reach.NOTHING;
    }

    private Stream<Listing> followed(Caller caller, Collection<Membership> mine, ListFilter filter) {
        var lookup = Lookup.in(caller.workspace())
                .conversations(mine.stream()
                        .filter(membership -> !filter.following() || membership.isListed())
                        .map(membership -> membership.key().conversation())
                        .toList());
        return records.read(lookup).conversations().values().stream().map(Listing::of);
    }

    /** The rows as they are now; what the index did not yet know to be hidden is left out. */
    private Page<ConversationView> views(Caller caller, Page<Listing> page, Predicate<Listing> visible) {
        var found = records.read(Lookup.in(caller.workspace())
                .conversations(page.rows().stream().map(Listing::id).toList())
                .users(page.rows().stream().flatMap(ConversationLists::people).toList()));
        return new Page<>(
                page.rows().stream()
                        .flatMap(listing -> found.conversation(listing.id()).stream())
                        .filter(conversation -> visible.test(Listing.of(conversation)))
                        .map(conversation -> view(conversation, found))
                        .toList(),
                page.total(),
                page.page(),
                page.size());
    }

    private static Stream<UserId> people(Listing listing) {
        var assignee = listing.assignment().user();
        return assignee == null ? Stream.of(listing.customer()) : Stream.of(listing.customer(), assignee);
    }

    private static ConversationView view(Conversation conversation, Snapshot found) {
        var assignee = conversation.assignment().user();
        return new ConversationView(
                conversation,
                found.user(conversation.origin().customer()).orElse(null),
                null,
                assignee == null ? null : found.user(assignee).orElse(null));
    }
}
