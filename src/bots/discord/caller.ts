import { PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import { languageOfTag } from '../../messages/negotiate-language.js';
import type { MessageParams } from '../../messages/messages.js';
import type { Language, Person, Location } from '../../game/people/person.js';
import type { DiscordContext } from './discord-context.js';
import { mentionCommands } from './views/mention-commands.js';

/** The language to answer in, known even before the database is asked. */
export interface Localized {
  readonly context: DiscordContext;
  readonly language: Language;
  /**
   * The sentence of a key in that language. Parameters go in as they are: escape what people wrote.
   */
  readonly t: (key: string, params?: MessageParams) => string;
}

/** The person behind an event, where they are, and the language to answer in. */
export interface Caller extends Localized {
  readonly person: Person;
  readonly where: Location;
  /** May delete other people's posts here. */
  readonly isModerator: boolean;
  /** Nobody reads along: it is their own conversation with the bot. */
  readonly isAlone: boolean;
}

/** For speaking to somebody whose language is known, without meeting them. */
export function localizedIn(context: DiscordContext, language: Language): Localized {
  const t: Localized['t'] = (key, params) =>
    mentionCommands(context, language, context.messages.t(language, key, params));
  return { context, language, t };
}

/** The origin of an event, as Discord states it. */
export interface Origin {
  readonly userId: string;
  readonly channelId: string;
  /** Parent channel of a thread. */
  readonly parentChannelId?: string | undefined;
  readonly categoryId?: string | undefined;
  readonly guildId: string | null;
  /** Locale of the person's own app. */
  readonly locale?: string | undefined;
  readonly guildLocale?: string | null | undefined;
  readonly permissions?: Readonly<PermissionsBitField> | null;
  /** In a direct message to the bot. */
  readonly isAlone?: boolean;
  /** The text, used only if nothing else tells the language. */
  readonly text?: string;
}

/** Meets the person and settles the language: theirs, the server's, Discord's hint, the text's. */
export async function resolveCaller(context: DiscordContext, origin: Origin): Promise<Caller> {
  const { userId, guildId } = origin;
  const [person, settings] = await Promise.all([
    context.game.people.meet({ platform: 'discord', platformId: userId }),
    guildId === null
      ? undefined
      : context.game.servers.settings({ platform: 'discord', serverId: guildId }),
  ]);
  const language = person.language ?? settings?.language ?? hintedLanguage(origin);
  return {
    ...localizedIn(context, language),
    person,
    where: whereaboutsOf(origin),
    isModerator: origin.permissions?.has(PermissionFlagsBits.ManageMessages) ?? false,
    isAlone: origin.isAlone ?? false,
  };
}

function whereaboutsOf({ channelId, parentChannelId, categoryId, guildId }: Origin): Location {
  return {
    channelId,
    ...(categoryId === undefined ? {} : { categoryId }),
    ...(parentChannelId === undefined ? {} : { parentChannelId }),
    ...(guildId === null ? {} : { serverId: guildId }),
  };
}

/** The language without asking the database: also for saying that the database is away. */
export function hintedLanguage(origin: Pick<Origin, 'locale' | 'guildLocale' | 'text'>): Language {
  const { locale, guildLocale, text = '' } = origin;
  const spoken = languageOfTag(locale ?? '');
  if (spoken !== undefined) return spoken;
  return languageOfText(text, languageOfTag(guildLocale ?? '')) ?? 'en';
}

/** Kana, and characters that only one of the languages writes; else Chinese as the server has it. */
function languageOfText(text: string, ofServer: Language | undefined): Language | undefined {
  if (/[\p{sc=Hiragana}\p{sc=Katakana}髪黒緑顔桜]/u.test(text)) return 'ja';
  if (/[髮綠藍長雙馬臉紅銀藝帶兩]/u.test(text)) return 'zh-TW';
  if (!/\p{sc=Han}/u.test(text)) return ofServer;
  return ofServer?.startsWith('zh') === true ? ofServer : 'zh-CN';
}
