/** Who is told of an activity, why, and by which way: a pure plan and the steps that carry it out. Decides nothing that the plan has not decided. */
@NullMarked
package dev.tagalong.domain.fanout;

import org.jspecify.annotations.NullMarked;
