import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

/** Discord's refusals, by what can be done about them. */
export type Refusal =
  /** The interaction or its token is too old: only the bot's own voice is left. */
  | 'expired'
  | 'already-answered'
  /** The message, channel or server is gone. */
  | 'gone'
  | 'forbidden'
  | 'too-large'
  /** A word list of the server's, or of Discord's own. */
  | 'words'
  /** The message may stand here, but not as a reply. */
  | 'reference'
  | 'other';

/** Of Discord's codes that its library does not name. */
const codes = { noHistory: 160_002, autoModerated: 200_000, harmfulLink: 240_000 } as const;

const refusals: Readonly<Record<number, Refusal>> = {
  [RESTJSONErrorCodes.UnknownInteraction]: 'expired',
  [RESTJSONErrorCodes.UnknownWebhook]: 'expired',
  [RESTJSONErrorCodes.InvalidWebhookToken]: 'expired',
  40094: 'expired',
  [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged]: 'already-answered',
  [RESTJSONErrorCodes.UnknownMessage]: 'gone',
  [RESTJSONErrorCodes.UnknownChannel]: 'gone',
  [RESTJSONErrorCodes.UnknownGuild]: 'gone',
  [RESTJSONErrorCodes.MissingAccess]: 'forbidden',
  [RESTJSONErrorCodes.MissingPermissions]: 'forbidden',
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: 'forbidden',
  // A thread that is locked; one that sleeps wakes up by itself.
  50083: 'forbidden',
  [codes.noHistory]: 'reference',
  [codes.autoModerated]: 'words',
  [codes.harmfulLink]: 'words',
  [RESTJSONErrorCodes.RequestEntityTooLarge]: 'too-large',
};

/** Codes that nobody has listed; Discord adds some every year. */
const byStatus: Readonly<Record<number, Refusal>> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'gone',
  413: 'too-large',
};

/** Undefined when it is no answer of Discord's at all. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof DiscordAPIError)) return undefined;
  return refusals[Number(error.code)] ?? byStatus[error.status] ?? 'other';
}

/** Discord's own number of a refusal; undefined when it is none. */
export function codeOfRefusal(error: unknown): string | undefined {
  if (!(error instanceof DiscordAPIError)) return undefined;
  return String(Number(error.code) === 0 ? error.status : error.code);
}
