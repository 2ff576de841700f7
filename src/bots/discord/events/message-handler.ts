import type { Message } from 'discord.js';
import type { DiscordContext } from '../discord-context.js';
import { reportFailure } from '../replies/failure.js';
import { helpText } from '../views/help-text.js';
import { MessageReply } from '../replies/message-reply.js';
import { findParent } from './parent-channel.js';
import { pull } from '../actions/pull.js';
import { redraw } from '../actions/redraw.js';
import { hintedLanguage, resolveCaller, type Origin } from '../caller.js';

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

/** A description written to the bot: by mention in a channel, or in a direct message. Never throws. */
export async function handleMessage(context: DiscordContext, message: Message): Promise<void> {
  const text = textForBot(context, message);
  if (text === undefined) return;
  const target = new MessageReply(context, message);
  const origin: Origin = {
    userId: message.author.id,
    channelId: message.channelId,
    guildId: message.guildId,
    guildLocale: message.guild?.preferredLocale,
    text,
  };
  try {
    const parentChannelId = await findParent(context, message.channel);
    const caller = await resolveCaller(context, { ...origin, parentChannelId });
    const code = context.game.redraws.findCode(text);
    const picture = message.attachments.first();
    if (code !== undefined || (picture !== undefined && text === '')) {
      await redraw(caller, target, { code, picture });
    } else if (helpWords.has(text.toLowerCase())) {
      await target.show({ content: helpText(caller) });
    } else {
      await pull(caller, target, { prompt: { description: text } });
    }
  } catch (error) {
    const { guildId, channelId } = message;
    const doing = { message: message.id, guildId, channelId };
    await reportFailure(context, { error, language: hintedLanguage(origin), doing }, target);
  }
}

/** What is left of a message beside the mention; undefined when it is not for the bot. */
function textForBot(context: DiscordContext, message: Message): string | undefined {
  const { author, content, system } = message;
  const self = context.client.user?.id;
  if (author.bot || system || self === undefined) return undefined;
  const mention = new RegExp(`<@!?${self}>`, 'g');
  const isForBot = message.guildId === null || mention.test(content);
  return isForBot ? content.replaceAll(mention, ' ').trim() : undefined;
}
