package dev.tagalong.domain;

import java.util.UUID;

/**
 * A department, one half of the pair that a thread subscription covers.
 *
 * @param value unique in its workspace
 */
public record DepartmentId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
