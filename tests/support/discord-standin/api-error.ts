/** An answer of Discord's that refuses, with its documented code. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * Every refusal that the stand-in gives by itself, made anew each time; the line above each says
 * when.
 */
export const refusals = {
  /** No channel has this id. */
  unknownChannel: () => new ApiError(404, 10003, 'Unknown Channel'),
  /** They have left the server. */
  unknownMember: () => new ApiError(404, 10007, 'Unknown Member'),
  /** The bot is no member of this server, or it is gone. */
  unknownGuild: () => new ApiError(404, 10004, 'Unknown Guild'),
  /**
   * The message is deleted, stands in another channel, or is ephemeral and so out of a bot token's
   * reach.
   */
  unknownMessage: () => new ApiError(404, 10008, 'Unknown Message'),
  /** The interaction's token was never handed out, or has not had its first answer yet. */
  unknownWebhook: () => new ApiError(404, 10015, 'Unknown Webhook'),
  /** The first answer came more than three seconds after the interaction. */
  unknownInteraction: () => new ApiError(404, 10062, 'Unknown interaction'),
  /** The interaction has had its first answer. */
  alreadyAcknowledged: () => new ApiError(400, 40060, 'Interaction has already been acknowledged.'),
  /** The sixth follow-up where the bot is no member, only its user brought it along. */
  tooManyFollowUps: () => new ApiError(400, 40094, 'Maximum number of follow-up messages reached'),
  /** A file is larger than its channel allows. */
  tooLarge: () => new ApiError(413, 40005, 'Request entity too large'),
  /** The bot is not in the server or group, or may not see the channel. */
  missingAccess: () => new ApiError(403, 50001, 'Missing Access'),
  /** The bot sees the channel but lacks the permission for this. */
  missingPermissions: () => new ApiError(403, 50013, 'Missing Permissions'),
  /** The message to be edited was written by somebody else. */
  notTheAuthor: () => new ApiError(403, 50005, 'Cannot edit a message authored by another user'),
  /** After this nothing would be left of the message to be seen. */
  emptyMessage: () => new ApiError(400, 50006, 'Cannot send an empty message'),
  /** The interaction is more than a quarter of an hour old. */
  expiredToken: () => new ApiError(401, 50027, 'Invalid Webhook Token'),
  /** A reply to a message that the bot may not read. */
  noHistory: () =>
    new ApiError(400, 160_002, 'Cannot reply without permission to read message history'),
  /** Nobody but moderators writes in a locked thread. */
  lockedThread: () =>
    new ApiError(400, 50_083, 'Tried to perform an operation on an archived thread'),
  /** A word list of the server's. */
  autoModerated: () => new ApiError(400, 200_000, 'Message was blocked by automatic moderation'),
  /** The request breaks Discord's API description or a documented limit. */
  invalidBody: () => new ApiError(400, 50035, 'Invalid Form Body'),
  /** No user has this id. */
  notFound: () => new ApiError(404, 0, '404: Not Found'),
} as const;
