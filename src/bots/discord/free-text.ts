import type { Message } from 'discord.js';
import type { Bot } from './bot.js';
import { reportFailure } from './failure.js';
import { helpText } from './help-text.js';
import { MessageOutlet } from './message-outlet.js';
import { findParent } from './parent-channel.js';
import { pull } from './pulling.js';
import { redraw } from './redrawing.js';
import { hintedLanguage, openScene, type Origin } from './scene.js';

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
export async function handleMessage(bot: Bot, message: Message): Promise<void> {
  const text = textForBot(bot, message);
  if (text === undefined) return;
  const outlet = new MessageOutlet(bot, message);
  const origin: Origin = {
    userId: message.author.id,
    channelId: message.channelId,
    guildId: message.guildId,
    guildLocale: message.guild?.preferredLocale,
    text,
  };
  try {
    const parentChannelId = await findParent(bot, message.channel);
    const scene = await openScene(bot, { ...origin, parentChannelId });
    const code = bot.game.redraws.findCode(text);
    const picture = message.attachments.first();
    if (code !== undefined || (picture !== undefined && text === '')) {
      await redraw(scene, outlet, { code, picture });
    } else if (helpWords.has(text.toLowerCase())) {
      await outlet.show({ content: helpText(scene) });
    } else {
      await pull(scene, outlet, { wish: { description: text } });
    }
  } catch (error) {
    const { guildId, channelId } = message;
    const doing = { message: message.id, guildId, channelId };
    await reportFailure(bot, { error, language: hintedLanguage(origin), doing }, outlet);
  }
}

/** What is left of a message beside the mention; undefined when it is not for the bot. */
function textForBot(bot: Bot, message: Message): string | undefined {
  const { author, content, system } = message;
  const self = bot.client.user?.id;
  if (author.bot || system || self === undefined) return undefined;
  const mention = new RegExp(`<@!?${self}>`, 'g');
  const isForBot = message.guildId === null || mention.test(content);
  return isForBot ? content.replaceAll(mention, ' ').trim() : undefined;
}
