package dev.tagalong.handlers.people;

import dev.tagalong.handlers.http.Call;
import dev.tagalong.handlers.http.Response;

/** Which page of whom a list of people is asked for. */
record PeopleQuery(String search, int page, int size) {
    private static final int LONGEST_SEARCH = 300;

    static PeopleQuery of(Call call) {
        var query = call.query();
        return new PeopleQuery(
                query.text("search", LONGEST_SEARCH).orElse(""),
                query.page(),
                query.size("page_size", Response.PAGE_SIZE));
    }
}
