package dev.tagalong.handlers.people;

import dev.tagalong.domain.people.UserType;
import dev.tagalong.domain.people.Users;
import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Endpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** GET /api/v1/contacts: every contact by name, active or not, for admins. */
public final class ListContacts extends Endpoint {
    private final Users users;

    /** For Lambda. */
    public ListContacts() {
        this(Wiring.shared().edge(), Wiring.shared().users());
    }

    ListContacts(Edge edge, Users users) {
        super(edge);
        this.users = users;
    }

    @Override
    protected Response answer(Call call) {
        var page = PeopleQuery.of(call);
        var outcome = users.page(call.caller(), UserType.CONTACT, page.search(), page.page(), page.size());
        return Response.page(outcome, UserWire::full);
    }
}
