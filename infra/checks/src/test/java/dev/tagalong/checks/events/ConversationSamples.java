package dev.tagalong.checks.events;

import static dev.tagalong.checks.events.Sample.http;
import static dev.tagalong.checks.events.Stage.ADA;
import static dev.tagalong.checks.events.Stage.ALICE;
import static dev.tagalong.checks.events.Stage.BOB;
import static dev.tagalong.checks.events.Stage.OLGA;
import static dev.tagalong.checks.events.Stage.SAM;
import static dev.tagalong.checks.events.Stage.STRANGER;
import static dev.tagalong.checks.events.Stage.TICKET;

import java.util.List;

/** Following, conversations, their messages and their log. Alice follows the ticket when this begins, and no longer after. */
final class ConversationSamples {
    static final List<Sample> ALL = List.of(
            http("FollowConversation/followed", 200, on -> on.as(SAM).post(TICKET + "/follow")),
            http(
                    "FollowConversation/refused-of-another-workspace",
                    404,
                    on -> on.as(STRANGER).post(TICKET + "/follow")),
            http(
                    "MuteConversation/muted",
                    200,
                    on -> on.as(ADA).put(TICKET + "/mute", "until", "2100-01-01T00:00:00Z")),
            http(
                    "ExplainNotification/refused-without-event",
                    400,
                    on -> on.as(BOB).get(TICKET + "/explain?user_id=42")),
            http(
                    "MuteConversation/refused-past",
                    400,
                    on -> on.as(ADA).put(TICKET + "/mute", "until", "2001-01-01T00:00:00Z")),
            http("AddFollower/added", 200, on -> on.as(BOB).post(TICKET + "/followers", "user_id", 17)),
            http(
                    "AddFollower/refused-unknown-user",
                    404,
                    on -> on.as(BOB).post(TICKET + "/followers", "user_id", 1234567)),
            http("AddFollower/refused-user-zero", 400, on -> on.as(BOB).post(TICKET + "/followers", "user_id", 0)),
            http(
                    "ChangeFollowersInBulk/changed",
                    200,
                    on -> on.as(BOB)
                            .post(
                                    "/api/v1/followers/bulk",
                                    "conversations",
                                    List.of(TICKET.substring(TICKET.lastIndexOf('/') + 1)),
                                    "users",
                                    List.of(17, 7),
                                    "action",
                                    "add",
                                    "dry_run",
                                    true)),
            http(
                    "ChangeFollowersInBulk/refused-not-a-uuid",
                    400,
                    on -> on.as(BOB)
                            .post(
                                    "/api/v1/followers/bulk",
                                    "conversations",
                                    List.of("217"),
                                    "users",
                                    List.of(17),
                                    "action",
                                    "add")),
            http("SearchAgents/found", 200, on -> on.as(BOB).get("/api/v1/agents/compact?search=a&page_size=10")),
            http("SearchAgents/refused-too-many", 400, on -> on.as(BOB).get("/api/v1/agents/compact?page_size=101")),
            http("ListParticipants/listed", 200, on -> on.as(BOB).get(TICKET + "/participants")),
            http(
                    "ListParticipants/refused-without-token",
                    401,
                    on -> on.nobody().get(TICKET + "/participants")),
            http("GetConversation/found", 200, on -> on.as(BOB).get(TICKET)),
            http(
                    "GetConversation/refused-of-another-workspace",
                    404,
                    on -> on.as(STRANGER).get(TICKET)),
            http("GetConversationByReference/found", 200, on -> on.as(BOB).get("/api/v1/conversations/by-ref/217")),
            http(
                    "GetConversationByReference/refused-not-a-number",
                    400,
                    on -> on.as(BOB).get("/api/v1/conversations/by-ref/first")),
            http(
                    "ListConversations/listed",
                    200,
                    on -> on.as(BOB).get("/api/v1/conversations?status=open&channel=email&page=1&page_size=20")),
            http("ListConversations/refused-page-zero", 400, on -> on.as(BOB).get("/api/v1/conversations?page=0")),
            http(
                    "ListFollowedConversations/listed",
                    200,
                    on -> on.as(ALICE).get("/api/v1/conversations/following?priority=medium")),
            http(
                    "ListFollowedConversations/refused-unknown-status",
                    400,
                    on -> on.as(ALICE).get("/api/v1/conversations/following?status=asleep")),
            http(
                    "CreateConversation/created",
                    201,
                    on -> on.as(OLGA)
                            .post(
                                    "/api/v1/conversations",
                                    "subject",
                                    "The app asks for my password twice",
                                    "customer_id",
                                    4,
                                    "channel",
                                    "chat",
                                    "tags",
                                    List.of("login"))),
            http(
                    "CreateConversation/refused-without-subject",
                    400,
                    on -> on.as(OLGA).post("/api/v1/conversations", "customer_id", 4)),
            http("ChangeStatus/changed", 200, on -> on.as(BOB).put(TICKET + "/status", "status", "pending")),
            http(
                    "ChangeStatus/refused-unknown-status",
                    400,
                    on -> on.as(BOB).put(TICKET + "/status", "status", "asleep")),
            http("ChangePriority/changed", 200, on -> on.as(BOB).put(TICKET + "/priority", "priority", "high")),
            http(
                    "ChangePriority/refused-to-a-follower",
                    403,
                    on -> on.as(ALICE).put(TICKET + "/priority", "priority", "low")),
            http("ChangeTags/changed", 200, on -> on.as(BOB).put(TICKET + "/tags", "tags", List.of("login", "vip"))),
            http("ChangeTags/refused-not-a-list", 400, on -> on.as(BOB).put(TICKET + "/tags", "tags", "login")),
            http("AssignUser/assigned", 200, on -> on.as(BOB).put(TICKET + "/assignee/user", "assignee_id", 42)),
            http(
                    "AssignUser/refused-unknown-user",
                    404,
                    on -> on.as(BOB).put(TICKET + "/assignee/user", "assignee_id", 1234567)),
            http("UnassignUser/unassigned", 200, on -> on.as(OLGA).put(TICKET + "/assignee/user/remove")),
            http(
                    "UnassignUser/refused-of-another-workspace",
                    404,
                    on -> on.as(STRANGER).put(TICKET + "/assignee/user/remove")),
            http(
                    "PostMessage/note",
                    201,
                    on -> on.as(ALICE)
                            .post(
                                    TICKET + "/messages",
                                    "message",
                                    "I have seen this before: the old session has to end first.",
                                    "private",
                                    true,
                                    "mentions",
                                    List.of(42))),
            http(
                    "PostMessage/customer-replied",
                    201,
                    on -> on.as(BOB)
                            .post(
                                    TICKET + "/messages",
                                    "message",
                                    "Still locked out, please help.",
                                    "sender_type",
                                    "contact")),
            http(
                    "PostMessage/refused-to-a-follower",
                    403,
                    on -> on.as(ALICE).post(TICKET + "/messages", "message", "Dear Linda, please try again.")),
            http("ListMessages/listed", 200, on -> on.as(ALICE).get(TICKET + "/messages?page_size=20")),
            http(
                    "ListMessages/refused-page-too-large",
                    400,
                    on -> on.as(ALICE).get(TICKET + "/messages?page_size=101")),
            http("ListActivities/listed", 200, on -> on.as(BOB).get(TICKET + "/activities")),
            http(
                    "ListActivities/refused-of-another-workspace",
                    404,
                    on -> on.as(STRANGER).get(TICKET + "/activities")),
            http("AssignTeam/assigned", 200, on -> on.as(OLGA).put(TICKET + "/assignee/team", "assignee_id", 1)),
            http(
                    "AssignTeam/refused-unknown-team",
                    404,
                    on -> on.as(OLGA).put(TICKET + "/assignee/team", "assignee_id", 1234567)),
            http("RemoveFollower/removed", 200, on -> on.as(BOB).delete(TICKET + "/followers/7")),
            http("RemoveFollower/refused-to-a-follower", 403, on -> on.as(ALICE).delete(TICKET + "/followers/7")),
            http("UnfollowConversation/unfollowed", 200, on -> on.as(ALICE).delete(TICKET + "/follow")),
            http(
                    "UnfollowConversation/refused-malformed-uuid",
                    400,
                    on -> on.as(ALICE).delete("/api/v1/conversations/217/follow")),
            http("UnassignTeam/unassigned", 200, on -> on.as(OLGA).put(TICKET + "/assignee/team/remove")),
            http("UnassignTeam/refused-without-token", 401, on -> on.nobody().put(TICKET + "/assignee/team/remove")));

    private ConversationSamples() {}
}
