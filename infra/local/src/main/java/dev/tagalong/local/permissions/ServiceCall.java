package dev.tagalong.local.permissions;

import java.util.Set;

/**
 * One thing that a request to an AWS service does, as IAM names it.
 *
 * @param action such as dynamodb:UpdateItem
 * @param resources the ARNs by which it may be allowed; any of them is enough
 * @param keys the partition keys of the items it changes, none where IAM does not look at them
 */
public record ServiceCall(String action, Set<String> resources, Set<String> keys) {
    public ServiceCall {
        resources = Set.copyOf(resources);
        keys = Set.copyOf(keys);
    }

    ServiceCall(String action, String resource) {
        this(action, Set.of(resource), Set.of());
    }
}
