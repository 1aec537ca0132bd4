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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
     * One page. Two thousand followed tickets take at most 25 calls to the store: the memberships, the tickets by the
     * hundred together with the caller, and the customers, agents and departments that the page names, up to 299.
     *
     * @param page from 1
     * @param size 1 to 100
     */
    public Outcome<Page<ConversationView>> list(Caller caller, ListFilter filter, int page, int size) {
        var mine = index.memberships(caller.workspace(), caller.user()).stream()
                .collect(Collectors.toMap(membership -> membership.key().conversation(), membership -> membership));
        var lookup = Lookup.in(caller.workspace()).user(caller.user());
        var snapshot = records.read(filter.following() ? lookup.conversations(listed(mine.values())) : lookup);
        return Gate.caller(caller, snapshot).then(actor -> {
            if (!caller.hasScope(Scope.CONVERSATIONS_READ)) {
                return Outcome.refused(new Refusal.Forbidden("you may not list conversations"));
            }
            var sight = new Sight(actor, mine, snapshot.settings());
            var cut = new Cut(filter, page, size);
            return Outcome.done(
                    actor.isAgent() && !filter.following()
                            ? fromIndex(caller, sight, cut)
                            : fromTable(caller, sight, cut, snapshot));
        });
    }

    private static List<ConversationId> listed(Collection<Membership> mine) {
        return mine.stream()
                .filter(Membership::isListed)
                .map(membership -> membership.key().conversation())
                .toList();
    }

    /** The rows as they are now; what the index did not yet know to be hidden, or not to match, is left out. */
    private Page<ConversationView> fromIndex(Caller caller, Sight sight, Cut cut) {
        var ended = sight.ended();
        var indexed = candidates(caller, cut.filter()).stream()
                .filter(listing -> !ended.contains(listing.id()))
                .filter(sight::sees);
        var shown = cut.of(Stream.concat(indexed, ended(caller, sight, ended)));
        var ids = shown.rows().stream().map(Listing::id).toList();
        return views(caller, shown, records.read(Lookup.in(caller.workspace()).conversations(ids)), sight, cut);
    }

    private List<Listing> candidates(Caller caller, ListFilter filter) {
        return filter.statuses().isEmpty()
                ? index.all(caller.workspace())
                : index.in(caller.workspace(), filter.statuses());
    }

    /** Those in which the caller's access has ended: what they see of them may be what was, which no index knows. */
    private Stream<Listing> ended(Caller caller, Sight sight, Set<ConversationId> ids) {
        return ids.isEmpty()
                ? Stream.empty()
                : listings(records.read(Lookup.in(caller.workspace()).conversations(ids)), sight);
    }

    private static Stream<Listing> listings(Snapshot now, Sight sight) {
        return now.conversations().values().stream()
                .flatMap(conversation -> sight.shown(conversation).stream())
                .map(Listing::of);
    }

    private Page<ConversationView> fromTable(Caller caller, Sight sight, Cut cut, Snapshot read) {
        var now = cut.filter().following()
                ? read
                : records.read(
                        Lookup.in(caller.workspace()).conversations(sight.mine().keySet()));
        return views(caller, cut.of(listings(now, sight)), now, sight, cut);
    }

    private Page<ConversationView> views(Caller caller, Page<Listing> page, Snapshot now, Sight sight, Cut cut) {
        var rows = page.rows().stream()
                .flatMap(listing -> now.conversation(listing.id()).stream())
                .flatMap(conversation -> sight.shown(conversation).stream())
                .filter(conversation -> cut.filter().matches(Listing.of(conversation)))
                .toList();
        var named = records.read(Lookup.in(caller.workspace())
                .users(rows.stream().flatMap(ConversationLists::people).toList())
                .departments(rows.stream()
                        .flatMap(row -> Stream.ofNullable(row.origin().department()))
                        .toList()));
        return new Page<>(rows.stream().map(row -> view(row, named)).toList(), page.total(), page.page(), page.size());
    }

    private static Stream<UserId> people(Conversation conversation) {
        return Stream.concat(
                Stream.of(conversation.origin().customer()),
                Stream.ofNullable(conversation.assignment().user()));
    }

    private static ConversationView view(Conversation conversation, Snapshot named) {
        var department = conversation.origin().department();
        var assignee = conversation.assignment().user();
        return new ConversationView(
                conversation,
                named.user(conversation.origin().customer()).orElse(null),
                department == null ? null : named.department(department).orElse(null),
                assignee == null ? null : named.user(assignee).orElse(null));
    }

    /** Who looks, and what decides about what they see. */
    private record Sight(User actor, Map<ConversationId, Membership> mine, WorkspaceSettings settings) {
        Set<ConversationId> ended() {
            return mine.values().stream()
                    .filter(membership -> membership.end() != null)
                    .map(membership -> membership.key().conversation())
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** Whether they see it as it is now. */
        boolean sees(Listing listing) {
            return reach(listing.id(), listing.assignment()).atLeast(Reach.READ);
        }

        /** What they see of it: as it is now, or as it was when their access became None; nothing if they see none of it. */
        Optional<Conversation> shown(Conversation now) {
            var reach = reach(now.id(), now.assignment());
            var ending = reach.ending(mine.get(now.id()));
            return reach == Reach.NOTHING ? Optional.empty() : Optional.of(ending == null ? now : ending.of(now));
        }

        private Reach reach(ConversationId id, Assignment assignment) {
            return AccessPolicy.reach(actor, assignment, mine.get(id), settings);
        }
    }

    /** Which rows are asked for. */
    private record Cut(ListFilter filter, int page, int size) {
        Page<Listing> of(Stream<Listing> candidates) {
            var matching = candidates
                    .filter(filter::matches)
                    .sorted(Comparator.comparing(Listing::lastActivityAt)
                            .reversed()
                            .thenComparing(listing -> listing.id().toString()))
                    .toList();
            return Page.of(matching, page, size);
        }
    }
}
