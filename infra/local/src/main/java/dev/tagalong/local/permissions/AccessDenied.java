package dev.tagalong.local.permissions;

/** A call that no statement allows, or that one denies; on AWS the service answers AccessDeniedException. */
public final class AccessDenied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AccessDenied(String function, ServiceCall call) {
        super(function + " is not authorized to perform: " + call.action() + " on resource: "
                + call.resources().iterator().next());
    }
}
