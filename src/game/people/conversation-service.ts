import type { ConversationKey, Conversations, JsonValue } from './conversation.js';
import type { GameContext } from '../game-context.js';

const DEFAULT_EXPIRY_MS = 30 * 60_000;
const MAX_STATE_LENGTH = 16_000;

/** Keeps the state of guided conversations. */
export class ConversationService implements Conversations {
  readonly #context: GameContext;

  constructor(context: GameContext) {
    this.#context = context;
  }

  async find(key: ConversationKey): Promise<JsonValue | undefined> {
    const { storage, clock } = this.#context;
    const state = await storage.conversations.find(toAddress(key), clock());
    return state === undefined ? undefined : (JSON.parse(state) as JsonValue);
  }

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

  async end(key: ConversationKey): Promise<void> {
    await this.#context.storage.conversations.remove(toAddress(key));
  }
}

function toAddress({ platform, channelId, platformId }: ConversationKey): ConversationKey {
  return { platform, channelId, platformId };
}
