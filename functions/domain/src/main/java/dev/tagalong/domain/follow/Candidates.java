package dev.tagalong.domain.follow;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Action;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Entry;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.people.Folded;
import dev.tagalong.domain.people.Listed;
import dev.tagalong.domain.people.Roster;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Page;
import dev.tagalong.domain.store.Records;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whom one may pick: active agents by name, all of them or those who could be made followers of a conversation. Whoever
 * once followed and no longer does may be picked again. That assignees are not among them is from Qiscus' public page on
 * ticket followers.
 */
public final class Candidates {
    private final Records records;
    private final Roster roster;
    private final Participants participants;

    public Candidates(Records records, Roster roster, Participants participants) {
        this.records = records;
        this.roster = roster;
        this.participants = participants;
    }

    /** A page of the agents of whom name, address or a word of either begins so; of all agents if search is empty. */
    public Outcome<Page<User>> everybody(Caller caller, String search, int page, int size) {
        var snapshot = records.read(Lookup.in(caller.workspace()).user(caller.user()));
        return Gate.reader(caller, snapshot)
                .then(user -> agent(user, user))
                .map(user -> page(caller, Set.of(), search, page, size));
    }

    /** The same without who follows the conversation already or works on it; for agents who may follow it themselves. */
    public Outcome<Page<User>> of(Caller caller, ConversationId conversation, String search, int page, int size) {
        var snapshot = records.read(Gate.lookup(caller, conversation));
        return Gate.enter(caller, snapshot, conversation, Action.FOLLOW)
                .then(entry -> agent(entry.actor(), entry))
                .map(entry -> page(caller, taken(caller, entry), search, page, size));
    }

    private static <T> Outcome<T> agent(User caller, T value) {
        return caller.isAgent() ? Outcome.done(value) : forbidden();
    }

    private static <T> Outcome<T> forbidden() {
        return Outcome.refused(new Refusal.Forbidden("you may not do this"));
    }

    private Set<UserId> taken(Caller caller, Entry entry) {
        var taken = new HashSet<UserId>();
        participants.of(caller.workspace(), entry.conversation().id()).stream()
                .filter(Membership::isListed)
                .forEach(membership -> taken.add(membership.key().user()));
        var assignee = entry.conversation().assignment().user();
        if (assignee != null && !entry.snapshot().settings().assigneeCanFollow()) {
            taken.add(assignee);
        }
        return taken;
    }

    private Page<User> page(Caller caller, Set<UserId> without, String search, int page, int size) {
        var beginning = Folded.of(search);
        var matching = roster.agents(caller.workspace()).stream()
                .filter(Listed::active)
                .filter(listed -> !without.contains(listed.user()) && listed.begins(beginning))
                .map(Listed::user)
                .toList();
        var cut = Page.of(matching, page, size);
        var found = records.users(caller.workspace(), cut.rows());
        var shown = cut.rows().stream()
                .flatMap(user -> Stream.ofNullable(found.get(user)))
                .toList();
        return new Page<>(shown, cut.total(), cut.page(), cut.size());
    }
}
