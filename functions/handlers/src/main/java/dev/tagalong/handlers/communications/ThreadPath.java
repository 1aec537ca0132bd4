package dev.tagalong.handlers.communications;

import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.subscription.ThreadName;
import dev.tagalong.handlers.http.Call;

/** Reads which thread a path names. */
final class ThreadPath {
    private ThreadPath() {}

    static ThreadName of(Call call) {
        return new ThreadName(new DepartmentId(call.uuid("departmentUUID")), call.uuid("customerUUID"));
    }
}
