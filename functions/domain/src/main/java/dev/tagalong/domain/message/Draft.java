package dev.tagalong.domain.message;

import dev.tagalong.domain.UserId;
import java.util.List;

/**
 * A message that somebody wants to post.
 *
 * @param isPrivate whether it is an internal note
 * @param asCustomer whether an agent posts it in the customer's name
 * @param mentions at most 50
 */
public record Draft(String content, boolean isPrivate, boolean asCustomer, List<UserId> mentions) {
    public Draft {
        mentions = mentions.stream().distinct().toList();
    }
}
