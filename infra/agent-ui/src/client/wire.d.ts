/** What goes over the wire: docs/openapi.yaml and docs/asyncapi.yaml say what each field means. */

export type Status = 'open' | 'pending' | 'closed';
export type Priority = 'low' | 'medium' | 'high' | 'urgent';
export type Channel = 'email' | 'chat' | 'phone' | 'whatsapp';
export type Kind = 'added' | 'reply' | 'note' | 'mention' | 'assigned' | 'update';
export type Reason = 'mention' | 'assigned' | 'added' | 'follower' | 'subscription';
export type Action =
  | 'read'
  | 'read_log'
  | 'follow'
  | 'unfollow'
  | 'mute'
  | 'add_follower_who_sees'
  | 'add_follower'
  | 'remove_follower'
  | 'change_follower'
  | 'post_note'
  | 'post_incoming'
  | 'post_as_customer'
  | 'reply'
  | 'take'
  | 'edit'
  | 'delete';

export interface Brief {
  id: number;
  first_name: string;
  last_name: string;
}

export interface Participant extends Brief {
  email: string;
  type: 'agent' | 'contact' | 'system';
  avatar_url: string | null;
}

export interface Customer extends Brief {
  uuid: string | null;
  external_id: string | null;
  email: string | null;
}

export interface Standing {
  follows: boolean;
  muted_until: string | null;
  may: Action[];
}

export interface Conversation {
  uuid: string;
  reference_number: number;
  external_id: string | null;
  subject: string;
  status: Status;
  priority: Priority;
  channel: Channel;
  source: string;
  inbox_id: number | null;
  customer: Customer;
  department: { uuid: string; name: string } | null;
  assigned_user_id: number | null;
  assigned_team_id: number | null;
  tags: string[];
  participant_count: number;
  created_at: string;
  updated_at: string;
}

export interface OpenedConversation extends Conversation {
  mine: Standing;
}

export interface Message {
  uuid: string;
  conversation_uuid: string;
  type: 'incoming' | 'outgoing' | 'note';
  private: boolean;
  content: string;
  text_content: string;
  sender_id: number;
  sender_type: 'agent' | 'contact' | 'system' | null;
  mentions: number[];
  created_at: string;
  meta: { truncated?: boolean };
}

export interface Activity {
  id: string;
  type: string;
  actor: Brief | null;
  target: Brief | null;
  message_id: string | null;
  details: Record<string, string>;
  created_at: string;
}

export interface Notification {
  id: string;
  type: Kind;
  reason: Reason;
  title: string;
  description: string;
  conversation_uuid: string;
  message_id: string | null;
  read_at: string | null;
  created_at: string;
}

export interface Channels {
  toast: boolean;
  email: boolean;
}

export type NotificationSettings = Record<Kind, Channels> & {
  auto_follow: { mention: boolean; reply: boolean; assign: boolean };
  quiet_window_seconds: number | null;
};

/** What is left out stays as it is. */
export type SettingsChange = { [kind in Kind]?: Partial<Channels> } & {
  auto_follow?: Partial<NotificationSettings['auto_follow']>;
  quiet_window_seconds?: number | null;
};

export interface Team {
  id: number;
  name: string;
  members: number[];
}

export interface Named {
  id: number;
  name: string;
}

export interface Viewer {
  user_id: number;
  first_name: string;
}

export interface Page<Row> {
  results: Row[];
  total: number;
  total_pages: number;
  page: number;
  page_size: number;
}

export interface Counts {
  unread_count: number;
  total_count: number;
}

export interface BulkResult {
  conversation: string;
  user: number;
  status: 'ok' | 'unchanged' | 'error';
  error_type?: string;
  message?: string;
}

/** Values of a list are joined by commas, and mean any of them. */
export interface Filter {
  assignee?: number[];
  status?: Status[];
  priority?: Priority[];
  channel?: Channel[];
  inbox?: number[];
  tags?: string[];
  following?: boolean;
  page?: number;
  page_size?: number;
}

export type Changes = { uuid: string } & Partial<
  Pick<Conversation, 'subject' | 'status' | 'priority' | 'tags' | 'assigned_user_id' | 'assigned_team_id'>
>;

export type ServerFrame =
  | { type: 'conversation_subscribed'; data: { conversation_uuid: string } }
  | { type: 'new_message'; data: Message }
  | { type: 'new_notification'; data: Notification }
  | { type: 'conversation_update'; data: Changes }
  | {
      type: 'participants_update';
      data: { conversation_uuid: string; participants: Participant[]; meta?: { truncated?: boolean } };
    }
  | { type: 'presence_update'; data: { conversation_uuid: string; viewers: Viewer[] } }
  | {
      type: 'typing';
      data: Viewer & { conversation_uuid: string; is_typing: boolean; is_private_message: boolean };
    }
  | { type: 'error'; data: string };

/** API Gateway's own: it could not hand on something that was said. */
export type Failure = { message: string; connectionId: string; requestId: string };

export type ClientFrame =
  | { type: 'conversation_subscribe' | 'view_conversation'; data: { conversation_uuid: string } }
  | {
      type: 'typing';
      data: { conversation_uuid: string; is_typing: boolean; is_private_message: boolean };
    };
