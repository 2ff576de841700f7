import type { ConversationKey, JsonValue } from './conversation.js';
import type { GameContext } from '../game-context.js';

const DEFAULT_EXPIRY_MS = 30 * 60_000;
const MAX_STATE_LENGTH = 16_000;

/** State of guided conversations; survives restarts, ends by itself. At most 16,000 characters of JSON. */
export class ConversationService {
  readonly #context: GameContext;

  constructor(context: GameContext) {
    this.#context = context;
  }

  /** Undefined when there is none or it has expired. */
  async find(key: ConversationKey): Promise<JsonValue | undefined> {
    const { storage, clock } = this.#context;
    const state = await storage.conversations.find(toAddress(key), clock());
    return state === undefined ? undefined : (JSON.parse(state) as JsonValue);
  }

  /** Replaces; `expiresInMs` defaults to 30 minutes. */
  async save(
    key: ConversationKey,
    state: JsonValue,
    expiresInMs = DEFAULT_EXPIRY_MS,
  ): Promise<void> {
    const json = JSON.stringify(state);
    if (json.length > MAX_STATE_LENGTH) {
      throw new RangeError(
        `expected a state of at most ${MAX_STATE_LENGTH} characters, got ${json.length}`,
      );
    }
    const { storage, clock } = this.#context;
    const expiresAt = new Date(clock().getTime() + expiresInMs);
    await storage.conversations.save(toAddress(key), json, expiresAt);
  }

  /** Forgets the state. Harmless when there is none. */
  async end(key: ConversationKey): Promise<void> {
    await this.#context.storage.conversations.remove(toAddress(key));
  }
}

function toAddress({ platform, channelId, platformId }: ConversationKey): ConversationKey {
  return { platform, channelId, platformId };
}
