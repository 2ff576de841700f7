import { NotAllowedError, UserInputError } from '../../errors/app-error.js';
import { LANGUAGES } from '../../attributes/language.js';
import type { ServerSettingsRecord } from '../../storage/records.js';
import type { GameContext } from '../game-context.js';
import { hasForbiddenWord, MOST_FORBIDDEN_WORDS, wordNotAllowed } from './forbidden-words.js';
import type { ServerAddress } from './person.js';
import type { ServerSettings, ServerSettingsChange } from './server-settings.js';

const MAX_CHANNELS = 100;
const MAX_PER_MINUTE = 10_000;

/** Settings of servers. */
export class ServerService {
  readonly #context: GameContext;

  constructor(context: GameContext) {
    this.#context = context;
  }

  /** Pictures per minute where a server has set nothing else. */
  get usualLimits(): { readonly person: number; readonly server: number } {
    const { personPicturesPerMinute, serverPicturesPerMinute } = this.#context.settings;
    return { person: personPicturesPerMinute, server: serverPicturesPerMinute };
  }

  /** Defaults: every channel, endless mode allowed, the installation’s limits. */
  async settings({ platform, serverId }: ServerAddress): Promise<ServerSettings> {
    const record = await this.#context.storage.servers.find(platform, serverId);
    if (record) return toSettings(record);
    return {
      allowedChannels: [],
      forbiddenChannels: [],
      forbiddenWords: [],
      isEndlessAllowed: true,
    };
  }

  /** @throws NotAllowedError `manager-only` unless `mayManage`; UserInputError `option-not-allowed` */
  async change(
    server: ServerAddress,
    change: ServerSettingsChange,
    by: { readonly mayManage: boolean },
  ): Promise<ServerSettings> {
    if (!by.mayManage) {
      throw new NotAllowedError('manager-only', 'expected somebody who may manage the server');
    }
    const merged = toRecord({ ...(await this.settings(server)), ...change });
    await this.#context.storage.servers.save(server.platform, server.serverId, merged);
    return toSettings(merged);
  }

  /** @throws UserInputError `word-not-allowed` where the server forbids a word of what all would read there */
  async expectWords(server: ServerAddress, text: string): Promise<void> {
    const { forbiddenWords } = await this.settings(server);
    if (hasForbiddenWord(forbiddenWords, text)) throw wordNotAllowed();
  }

  /** Somebody's name and tags of a face as all may read them there: without forbidden words. */
  async presentable<Shown extends { readonly name?: string; readonly tags: readonly string[] }>(
    server: ServerAddress,
    shown: Shown,
  ): Promise<Shown> {
    const { forbiddenWords: words } = await this.settings(server);
    const { name, ...rest } = shown;
    const tags = shown.tags.filter((tag) => !hasForbiddenWord(words, tag));
    const isNameFine = name === undefined || !hasForbiddenWord(words, name);
    return (isNameFine ? { ...shown, tags } : { ...rest, tags }) as Shown;
  }

  /** False where the server's managers did not list the channel. */
  async isChannelAllowed(server: ServerAddress, channelId: string): Promise<boolean> {
    return isAllowed(await this.settings(server), [channelId]);
  }

  /** A group got a new id: settings, posts and limits move with it. Repeating it is harmless. */
  async migrate({ platform, serverId }: ServerAddress, toServerId: string): Promise<void> {
    await this.#context.storage.servers.move(platform, serverId, toServerId);
  }

  /** The bot was removed: its settings and posts there are forgotten. */
  async forget({ platform, serverId }: ServerAddress): Promise<void> {
    await this.#context.storage.servers.remove(platform, serverId);
  }
}

/**
 * True where the bot answers; `ids` are of the place, innermost first. The first that the server named
 * decides.
 */
export function isAllowed(
  { allowedChannels, forbiddenChannels }: ServerSettings,
  ids: readonly string[],
): boolean {
  const named = ids.find((id) => allowedChannels.includes(id) || forbiddenChannels.includes(id));
  return named === undefined ? allowedChannels.length === 0 : allowedChannels.includes(named);
}

function toRecord(settings: ServerSettingsChange): ServerSettingsRecord {
  const { language, allowedChannels = [], forbiddenChannels = [], forbiddenWords = [] } = settings;
  const { isEndlessAllowed = true } = settings;
  const channels = [...new Set(allowedChannels)];
  const forbidden = [...new Set(forbiddenChannels)];
  const { personPicturesPerMinute, serverPicturesPerMinute } = settings;
  const areRatesFine = [personPicturesPerMinute, serverPicturesPerMinute].every(isRate);
  const words = [...new Set(forbiddenWords)];
  const areListsFine =
    channels.length + forbidden.length <= MAX_CHANNELS && words.length <= MOST_FORBIDDEN_WORDS;
  const isLanguageFine = language === undefined || LANGUAGES.includes(language);
  if (!areRatesFine || !isLanguageFine || !areListsFine) {
    throw new UserInputError(
      'option-not-allowed',
      `expected a known language, at most ${MAX_CHANNELS} channels and ${MOST_FORBIDDEN_WORDS} words, and 1 to ${MAX_PER_MINUTE} pictures a minute`,
    );
  }
  return {
    language: language ?? null,
    allowedChannels: channels,
    forbiddenChannels: forbidden,
    forbiddenWords: words,
    isEndlessAllowed,
    personPicturesPerMinute: personPicturesPerMinute ?? null,
    serverPicturesPerMinute: serverPicturesPerMinute ?? null,
  };
}

function isRate(rate: number | undefined): boolean {
  if (rate === undefined) return true;
  return Number.isInteger(rate) && rate >= 1 && rate <= MAX_PER_MINUTE;
}

function toSettings(record: ServerSettingsRecord): ServerSettings {
  const { allowedChannels, forbiddenChannels, forbiddenWords, isEndlessAllowed } = record;
  const language = LANGUAGES.find((candidate) => candidate === record.language);
  const { personPicturesPerMinute, serverPicturesPerMinute } = record;
  return {
    allowedChannels,
    forbiddenChannels,
    forbiddenWords,
    isEndlessAllowed,
    ...(language ? { language } : {}),
    ...(personPicturesPerMinute === null ? {} : { personPicturesPerMinute }),
    ...(serverPicturesPerMinute === null ? {} : { serverPicturesPerMinute }),
  };
}
