import { Routes, type Client } from 'discord.js';
import type { Logger } from 'pino';
import type { Game } from '../../../game/game.js';
import type { Language } from '../../../game/people/person.js';
import type { UpdateAddress } from '../../../game/posts/delivery.js';
import type { Messages } from '../../../messages/messages.js';
import { codeOfRefusal } from '../replies/discord-error.js';
import { untilStored } from '../replies/until-stored.js';

/** Dependencies of {@link UnfinishedAnswers}. */
export interface UnfinishedParts {
  readonly game: Game;
  readonly messages: Messages;
  readonly log: Logger;
  readonly client: Client;
  readonly closing: AbortSignal;
}

/** The place where an answer is awaited. */
type Awaited =
  | { readonly kind: 'interaction'; readonly applicationId: string; readonly token: string }
  | { readonly kind: 'message'; readonly channelId: string; readonly messageId: string };

/** Something that was asked, by the id of its event. */
export type Asked = Awaited & { readonly id: string; readonly language: Language };

/**
 * Questions that have not been answered, written down so that the next process can say what
 * became of it where this one is killed.
 */
export class UnfinishedAnswers {
  readonly #context: UnfinishedParts;
  readonly #follow: (work: Promise<void>) => void;

  constructor(context: UnfinishedParts, follow: (work: Promise<void>) => void) {
    this.#context = context;
    this.#follow = follow;
  }

  /** Call what is given once there is an answer. Nothing waits for the database. */
  begin(asked: Asked): () => void {
    const address = this.#addressOf(asked.id);
    const content = JSON.stringify(asked);
    const { updates } = this.#context.game;
    const claimed = this.#quietly(() => updates.claim({ ...address, content, holdMs: 0 }));
    let isFinished = false;
    return () => {
      if (isFinished) return;
      isFinished = true;
      this.#follow(claimed.then(() => this.#quietly(() => updates.finish(address))));
    };
  }

  /** Tells those who still wait for the process that had this one's place. Never rejects. */
  async tellAll(): Promise<void> {
    const { updates } = this.#context.game;
    const { updateId: _none, ...bot } = this.#addressOf('');
    for (;;) {
      // Held for a minute, so that the next round finds others.
      // oxlint-disable-next-line no-await-in-loop
      const left = await this.#quietly(() => updates.takeOver(bot, 60_000));
      if (left === undefined || left.length === 0) return;
      // oxlint-disable-next-line no-await-in-loop
      await Promise.all(left.map(({ updateId, content }) => this.#tell(updateId, content)));
    }
  }

  async #tell(updateId: string, content: string): Promise<void> {
    const { log, messages, client, game } = this.#context;
    const asked = JSON.parse(content) as Asked;
    const body = {
      content: messages.t(asked.language, 'discord:interrupted'),
      allowed_mentions: { parse: [] },
    };
    try {
      if (asked.kind === 'interaction') {
        const route = Routes.webhookMessage(asked.applicationId, asked.token, '@original');
        await client.rest.patch(route, { body: { ...body, components: [] }, auth: false });
      } else {
        const { channelId, messageId: id } = asked;
        const reference = { message_id: id, fail_if_not_exists: false };
        const reply = { ...body, message_reference: reference };
        await client.rest.post(Routes.channelMessages(channelId), { body: reply });
      }
      log.info({ asked: updateId }, 'told of an answer that was cut off');
    } catch (error) {
      // The token lives for a quarter of an hour, and messages may be gone.
      log.info({ err: error, code: codeOfRefusal(error) }, 'nobody could be told of a cut-off');
    }
    await this.#quietly(() => game.updates.finish(this.#addressOf(updateId)));
  }

  /** A failing database loses the note, and nothing else. */
  async #quietly<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await untilStored(this.#context, work);
    } catch (error) {
      this.#context.log.warn({ err: error }, 'unfinished answers are not written down');
      return undefined;
    }
  }

  /** Each shard has its own, so that whatever is left there is of a process that has ended. */
  #addressOf(updateId: string): UpdateAddress {
    const { client } = this.#context;
    const slot = client.shard?.ids[0] ?? 0;
    return { platform: 'discord', account: `${client.user?.id ?? ''}.${slot}`, updateId };
  }
}
