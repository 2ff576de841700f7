import { refusals } from './api-error.js';
import { checkMessage, isTooLarge } from './documented-limits.js';
import { asList, asObject, type UploadedFile } from './request-body.js';
import {
  messageFlags,
  type Json,
  type StandinAttachment,
  type StandinChannel,
  type StandinMessage,
  type StandinUser,
  type World,
} from './world.js';

interface NewMessage {
  readonly channel: StandinChannel;
  readonly author: StandinUser;
  readonly body: Json;
  readonly files?: readonly UploadedFile[];
  readonly onlyFor?: StandinUser;
  readonly interactionUser?: StandinUser;
}

/** Keeps messages as Discord does, and refuses what Discord would refuse. */
export class MessageStore {
  readonly #world: World;
  readonly #report: (problem: string) => void;

  constructor(world: World, report: (problem: string) => void) {
    this.#world = world;
    this.#report = report;
  }

  /**
   * Stores a message and gives it; announces nothing. A bot's is checked first.
   * @throws ApiError where Discord refuses
   */
  create(options: NewMessage): StandinMessage {
    const { channel, author, body, files = [], onlyFor, interactionUser } = options;
    const repliesTo = this.#repliesTo(body);
    const message: StandinMessage = {
      id: this.#world.ids.next(),
      channel,
      author,
      content: '',
      attachments: [],
      components: [],
      embeds: [],
      flags: 0,
      reactions: new Map(),
      deleted: false,
      edits: 0,
      ...(onlyFor === undefined ? {} : { onlyFor }),
      ...(interactionUser === undefined ? {} : { interactionUser }),
      ...(repliesTo === undefined ? {} : { repliesTo }),
    };
    this.#fill(message, body, files);
    this.#world.messages.set(message.id, message);
    return message;
  }

  /**
   * Changes what `body` names and keeps the rest; a "thinking" reply becomes a message.
   * @throws ApiError where Discord refuses
   */
  edit(message: StandinMessage, body: Json, files: readonly UploadedFile[] = []): void {
    const wasLoading = (message.flags & messageFlags.loading) !== 0;
    this.#fill(message, body, files);
    message.flags &= ~messageFlags.loading;
    if (!wasLoading) message.edits += 1;
  }

  /** The message, unless it is gone, elsewhere, or private to someone. */
  find(channelId: string, messageId: string): StandinMessage {
    const message = this.#world.messages.get(messageId);
    const isThere = message !== undefined && !message.deleted && message.channel.id === channelId;
    if (!isThere || message.onlyFor !== undefined) throw refusals.unknownMessage();
    return message;
  }

  #repliesTo(body: Json): StandinMessage | undefined {
    const reference = asObject(body['message_reference']);
    const id = reference['message_id'];
    if (typeof id !== 'string') return undefined;
    const found = this.#world.messages.get(id);
    if (found !== undefined && !found.deleted) return found;
    if (reference['fail_if_not_exists'] === false) return undefined;
    throw refusals.invalidBody();
  }

  #fill(message: StandinMessage, body: Json, files: readonly UploadedFile[]): void {
    if (isTooLarge(files, message.channel.attachmentLimit)) throw refusals.tooLarge();
    if (message.author.isBot) this.#refuseWrong(message, body, files);
    const { blockedWord } = message.channel;
    const isBlocked = blockedWord !== undefined && JSON.stringify(body).includes(blockedWord);
    if (isBlocked && message.author.isBot && message.onlyFor === undefined)
      throw refusals.autoModerated();
    if ('content' in body) message.content = String(body['content'] ?? '');
    if ('components' in body) message.components = asList(body['components']);
    if ('embeds' in body) message.embeds = asList(body['embeds']);
    if ('flags' in body) message.flags |= Number(body['flags'] ?? 0);
    if ('attachments' in body) message.attachments = this.#attachments(message, body, files);
  }

  #refuseWrong(message: StandinMessage, body: Json, files: readonly UploadedFile[]): void {
    const flags = message.flags | Number(body['flags'] ?? 0);
    const problems = checkMessage({ ...body, flags }, files);
    for (const problem of problems) this.#report(problem);
    if (problems.length > 0) throw refusals.invalidBody();
    const isLoading = (flags & messageFlags.loading) !== 0 && Object.keys(body).length <= 1;
    const isEmpty = ['content', 'components', 'embeds', 'attachments'].every((part) => {
      const value = body[part];
      return value === undefined || value === null || value === '' || asList(value).length === 0
        ? typeof value !== 'string' || value === ''
        : false;
    });
    const keepsSomething = message.content !== '' || message.attachments.length > 0;
    if (isEmpty && !isLoading && !keepsSomething) throw refusals.emptyMessage();
  }

  #attachments(
    message: StandinMessage,
    body: Json,
    files: readonly UploadedFile[],
  ): StandinAttachment[] {
    return asList(body['attachments']).flatMap((given) => {
      const id = String(given['id']);
      const kept = message.attachments.find((old) => old.id === id);
      if (kept !== undefined) return [kept];
      const file = files.find((candidate) => candidate.index === id);
      if (file === undefined) {
        this.#report(`attachment ${id} has no file`);
        throw refusals.invalidBody();
      }
      const description =
        typeof given['description'] === 'string' ? given['description'] : undefined;
      const filename = file.filename;
      return [this.#world.addFile({ filename, bytes: file.bytes, description })];
    });
  }
}
