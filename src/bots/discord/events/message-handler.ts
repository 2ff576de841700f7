import type { Message } from 'discord.js';
import { AppError } from '../../../errors/app-error.js';
import { ownerReply } from '../../../messages/owner-reply.js';
import type { Post } from '../../../game/posts/post.js';
import type { DiscordContext } from '../discord-context.js';
import { answerReply } from '../actions/answer-reply.js';
import { findPost } from '../actions/find-post.js';
import { reportFailure } from '../replies/failure.js';
import { helpText } from '../views/help-text.js';
import { MessageReply } from '../replies/message-reply.js';
import { categoryOf, findParent } from './parent-channel.js';
import { pull } from '../actions/pull.js';
import { adopt } from '../actions/adopt.js';
import { findPicture } from '../actions/download-picture.js';
import { redraw } from '../actions/redraw.js';
import { hintedLanguage, resolveCaller, type Caller, type Origin } from '../caller.js';

/** Words that ask for help rather than for a face. */
const helpWords = new Set([
  '',
  'help',
  '?',
  '？',
  '帮助',
  '幫助',
  '說明',
  '说明',
  'ヘルプ',
  '使い方',
]);

/** Notes left out where somebody may have talked to others. */
const misunderstandings: readonly unknown[] = [
  'description-not-understood',
  'description-too-long',
  'nothing-to-change',
];

/**
 * Something written to the bot: by mention in a channel, in reply to it, or in a direct message.
 * Never throws.
 */
export async function handleMessage(context: DiscordContext, message: Message): Promise<void> {
  const said = readMessage(context, message);
  if (said === undefined || !context.arrivals.isNew(message.id)) return;
  const { text, isCertain } = said;
  const target = new MessageReply(context, message);
  const origin: Origin = {
    userId: message.author.id,
    channelId: message.channelId,
    guildId: message.guildId,
    guildLocale: message.guild?.preferredLocale,
    isAlone: message.guildId === null,
    text,
  };
  const { id, channelId } = message;
  const language = hintedLanguage(origin);
  const answered = isCertain
    ? context.unfinished.begin({ kind: 'message', id, channelId, messageId: id, language })
    : undefined;
  try {
    const parentChannelId = await findParent(context, message.channel);
    const categoryId = categoryOf(message.channel);
    const caller = await resolveCaller(context, { ...origin, parentChannelId, categoryId });
    await answer(caller, target, { message, text });
  } catch (error) {
    if (!isCertain && error instanceof AppError && misunderstandings.includes(error.code)) return;
    const doing = { message: id, guildId: message.guildId, channelId };
    await reportFailure(context, { error, language, doing }, target);
  } finally {
    answered?.();
  }
}

async function answer(
  caller: Caller,
  target: MessageReply,
  { message, text }: { message: Message; text: string },
): Promise<void> {
  const { context, language } = caller;
  const owned = await context.game.owner.run(caller.person, text);
  if (owned !== undefined) {
    await target.show({ content: ownerReply(context.messages, language, owned).join('\n') });
    return;
  }
  const code = caller.context.game.redraws.findCode(text);
  if (code !== undefined) {
    await redraw(caller, target, { code });
    return;
  }
  const picture = text === '' ? findPicture(message) : undefined;
  if (picture !== undefined) {
    await adopt(caller, target, picture);
    return;
  }
  const post = await repliedPost(caller.context, message);
  if (helpWords.has(text.toLowerCase())) await target.show({ content: helpText(caller) });
  else if (post !== undefined) await answerReply(caller, target, { post, text });
  else await pull(caller, target, { prompt: { description: text } });
}

async function repliedPost(context: DiscordContext, message: Message): Promise<Post | undefined> {
  const { messageId, channelId } = message.reference ?? {};
  if (messageId === undefined || channelId !== message.channelId) return undefined;
  return findPost(context, { platform: 'discord', channelId, messageId });
}

/**
 * The message without the mention; undefined when it is not for the bot. If only the
 * ping of a reply says that it is, it may as well be meant for those who read along.
 */
function readMessage(
  context: DiscordContext,
  { author, content, system, guildId, mentions, reference }: Message,
): { text: string; isCertain: boolean } | undefined {
  const self = context.client.user?.id;
  if (author.bot || system || self === undefined) return undefined;
  const mention = new RegExp(`<@!?${self}>`, 'g');
  const text = content.replaceAll(mention, ' ').trim();
  if (guildId === null || mention.test(content)) return { text, isCertain: true };
  const isPing = reference !== null && mentions.users.has(self) && text !== '';
  return isPing ? { text, isCertain: false } : undefined;
}
