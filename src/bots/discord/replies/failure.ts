import { MessageFlags, type BaseInteraction } from 'discord.js';
import { errorToMessage } from '../../../messages/error-message.js';
import { AppError, InferenceError } from '../../../errors/app-error.js';
import { report } from '../../../errors/failure-policy.js';
import type { Language } from '../../../game/people/person.js';
import type { DiscordContext } from '../discord-context.js';
import { mentionCommands } from '../views/mention-commands.js';
import { codeOfRefusal, refusalOf } from './discord-error.js';
import type { ReplyTarget } from './reply-target.js';

/** Something that went wrong, on its way to a person and to the log. */
export interface Failure {
  readonly error: unknown;
  readonly language: Language;
  /** The operation, for the log. */
  readonly doing: Readonly<Record<string, string | null | undefined>>;
}

/** Words a failure for its person, and logs it: with everything when nobody expected it. */
export function wordFailure(context: DiscordContext, failure: Failure): string {
  const { language, doing } = failure;
  const isGivenUp = context.stopping.aborted && !(failure.error instanceof AppError);
  const error = isGivenUp
    ? new InferenceError('shutting-down', 'stopped while drawing', { cause: failure.error })
    : failure.error;
  const code = codeOfRefusal(error);
  if (code !== undefined) {
    context.log.warn({ ...doing, err: error }, 'refused by Discord');
    return context.messages.t(language, 'discord:refused', { code });
  }
  const message = errorToMessage(context.messages, language, error);
  report(context.log, error, { ...doing, id: message.id });
  const channels = error instanceof AppError ? error.context['channels'] : undefined;
  const text = mentionCommands(context, language, message.text);
  if (!Array.isArray(channels) || channels.length === 0) return text;
  return `${text} ${channels.map((id) => `<#${id}>`).join(' ')}`;
}

/** Tells the person through the reply target; what even that cannot do is logged, for nobody hears it. */
export async function reportFailure(
  context: DiscordContext,
  failure: Failure,
  target: ReplyTarget,
): Promise<void> {
  if (isMoot(failure.error)) {
    context.log.info(
      { ...failure.doing, err: failure.error },
      'the message is gone: nobody to tell',
    );
    return;
  }
  const text = wordFailure(context, failure);
  try {
    await target.fail(text);
  } catch (error) {
    context.log.warn({ ...failure.doing, err: error }, 'could not tell the person what failed');
  }
}

/** For interactions that were not deferred. */
export async function replyFailure(
  context: DiscordContext,
  failure: Failure,
  interaction: BaseInteraction,
): Promise<void> {
  const content = wordFailure(context, failure);
  if (!interaction.isRepliable()) return;
  const reply = { content, flags: MessageFlags.Ephemeral, allowedMentions: { parse: [] } } as const;
  try {
    await (interaction.replied || interaction.deferred
      ? interaction.followUp(reply)
      : interaction.reply(reply));
  } catch (error) {
    context.log.warn({ ...failure.doing, err: error }, 'could not tell the person what failed');
  }
}

/** Somebody deleted the message meanwhile; Discord says so by refusing to change it. */
function isMoot(error: unknown): boolean {
  return refusalOf(error) === 'gone';
}
