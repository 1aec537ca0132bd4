package dev.tagalong.domain.subscription;

import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.UserId;

/**
 * A thread: every conversation of a department with a customer, those to come as well.
 *
 * @param customer the contact
 */
public record ThreadKey(DepartmentId department, UserId customer) {}
