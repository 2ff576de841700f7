import { MessageFlags, type BaseInteraction } from 'discord.js';
import { errorToMessage } from '../../messages/error-message.js';
import { AppError, InferenceError } from '../../errors/app-error.js';
import type { Language } from '../../game/people/person.js';
import type { Bot } from './bot.js';
import { refusalOf } from './discord-error.js';
import type { Outlet } from './outlet.js';

/** Something that went wrong, on its way to a person and to the log. */
export interface Failure {
  readonly error: unknown;
  readonly language: Language;
  /** What was being done, for the log. */
  readonly doing: Readonly<Record<string, string | null | undefined>>;
}

/** Words a failure for its person, and logs it: with everything when nobody expected it. */
export function wordFailure(bot: Bot, failure: Failure): string {
  const { language, doing } = failure;
  const isGivenUp = bot.stopping.aborted && !(failure.error instanceof AppError);
  const error = isGivenUp
    ? new InferenceError('shutting-down', 'stopped while drawing', { cause: failure.error })
    : failure.error;
  const message = errorToMessage(bot.messages, language, error);
  if (message.id === undefined) bot.log.info({ ...doing, code: message.code }, 'refused');
  else bot.log.error({ ...doing, err: error, id: message.id }, 'failed');
  const channels = error instanceof AppError ? error.context['channels'] : undefined;
  if (!Array.isArray(channels) || channels.length === 0) return message.text;
  return `${message.text} ${channels.map((id) => `<#${id}>`).join(' ')}`;
}

/** Tells the person through the outlet; what even that cannot do is logged, for nobody hears it. */
export async function reportFailure(bot: Bot, failure: Failure, outlet: Outlet): Promise<void> {
  if (isMoot(failure.error)) {
    bot.log.info({ ...failure.doing, err: failure.error }, 'the message is gone: nobody to tell');
    return;
  }
  const text = wordFailure(bot, failure);
  try {
    await outlet.fail(text);
  } catch (error) {
    bot.log.warn({ ...failure.doing, err: error }, 'could not tell the person what failed');
  }
}

/** For interactions that were not deferred. */
export async function replyFailure(
  bot: Bot,
  failure: Failure,
  interaction: BaseInteraction,
): Promise<void> {
  const content = wordFailure(bot, failure);
  if (!interaction.isRepliable()) return;
  const reply = { content, flags: MessageFlags.Ephemeral, allowedMentions: { parse: [] } } as const;
  try {
    await (interaction.replied || interaction.deferred
      ? interaction.followUp(reply)
      : interaction.reply(reply));
  } catch (error) {
    bot.log.warn({ ...failure.doing, err: error }, 'could not tell the person what failed');
  }
}

/** Somebody deleted the message meanwhile; Discord says so by refusing to change it. */
function isMoot(error: unknown): boolean {
  return refusalOf(error) === 'gone';
}
