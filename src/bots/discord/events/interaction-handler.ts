import {
  InteractionContextType,
  MessageFlags,
  type AutocompleteInteraction,
  type BaseInteraction,
  type Interaction,
  type RepliableInteraction,
} from 'discord.js';
import { NotFoundError, UserInputError } from '../../../errors/app-error.js';
import type { DiscordContext } from '../discord-context.js';
import { suggest } from '../commands/autocomplete.js';
import { customIdsOf } from '../actions/shown-post.js';
import { commandHandlers } from '../commands/command-handlers.js';
import { menuHandlers } from '../commands/message-menu.js';
import { findComponentHandler } from '../components/component-handlers.js';
import { decodeCustomId } from '../custom-id.js';
import { refusalOf } from '../replies/discord-error.js';
import { ModalContext } from '../modals/modal-context.js';
import { replyFailure, reportFailure } from '../replies/failure.js';
import { InteractionReply } from '../replies/interaction-reply.js';
import { findModalHandler } from '../modals/modal-handlers.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import { categoryOf, parentOf } from './parent-channel.js';
import { hintedLanguage, resolveCaller, type Origin } from '../caller.js';
import {
  answering,
  type DeferredHandler,
  type ModalHandler,
  type Press,
  type UpdateHandler,
} from './interaction-context.js';
import { UpdateReply } from '../replies/update-reply.js';

/** Every interaction comes through here, and every failure of one ends here. Never throws. */
export async function handleInteraction(
  context: DiscordContext,
  interaction: Interaction,
): Promise<void> {
  if (!context.arrivals.isNew(interaction.id)) return;
  try {
    if (interaction.isAutocomplete()) await complete(context, interaction);
    else if (interaction.isChatInputCommand()) {
      await run(context, interaction, handlerOf(commandHandlers, interaction.commandName));
    } else if (interaction.isMessageContextMenuCommand()) {
      await run(context, interaction, handlerOf(menuHandlers, interaction.commandName));
    } else if (interaction.isModalSubmit()) {
      const id = decodeCustomId(interaction.customId);
      await run(context, interaction, id === undefined ? undefined : findModalHandler(id));
    } else if (interaction.isButton() || interaction.isStringSelectMenu()) {
      await runComponent(context, interaction);
    }
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === 'already-answered') {
      context.log.warn({ ...circumstances(interaction).doing }, 'answered by another program');
      return;
    }
    if (refusal === 'expired') {
      context.log.warn({ err: error, ...circumstances(interaction).doing }, 'answered too late');
      return;
    }
    await replyFailure(context, { error, ...circumstances(interaction) }, interaction);
  }
}

/** Undefined also for names that every object has, such as `constructor`. */
function handlerOf<T>(handlers: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(handlers, name) ? handlers[name] : undefined;
}

async function runComponent(context: DiscordContext, interaction: Press): Promise<void> {
  // What was pressed has to stand there: a forged id could name another message, or another's wish.
  const isThere = customIdsOf(interaction.message).includes(interaction.customId);
  const id = isThere ? decodeCustomId(interaction.customId) : undefined;
  const handler = id === undefined ? undefined : findComponentHandler(id);
  if (handler?.answer !== 'update') {
    await run(context, interaction, handler);
    return;
  }
  await acknowledge(context, interaction, () => interaction.deferUpdate());
  await work(context, interaction, { handler, target: new UpdateReply(interaction) });
}

async function run<I extends RepliableInteraction>(
  context: DiscordContext,
  interaction: I,
  handler: DeferredHandler<I> | ModalHandler<I> | undefined,
): Promise<void> {
  if (handler === undefined) {
    throw new UserInputError('command-unknown', 'expected a command, button or modal of this bot');
  }
  if (handler.answer === 'modal') {
    const modalContext = new ModalContext(context, originOf(interaction), (answer) => {
      const deferred = answering<I>('private', ({ caller, target }) => answer(caller, target));
      return answerDeferred(context, interaction, deferred);
    });
    await handler.run(modalContext, interaction);
    return;
  }
  await answerDeferred(context, interaction, handler);
}

async function answerDeferred<I extends RepliableInteraction>(
  context: DiscordContext,
  interaction: I,
  handler: DeferredHandler<I>,
): Promise<void> {
  const wantsPrivate = handler.isPrivate(interaction);
  const flags = wantsPrivate ? { flags: MessageFlags.Ephemeral as const } : {};
  const response = await acknowledge(context, interaction, () =>
    interaction.deferReply({ ...flags, withResponse: true }),
  );
  const message = response?.resource?.message;
  const messageId = message?.id;
  // A server may let applications of people's own accounts answer to nobody but them.
  const isPrivate = wantsPrivate || (message?.flags.has(MessageFlags.Ephemeral) ?? false);
  const expected = messageId === undefined ? undefined : context.pendingPosts.expect(messageId);
  const { id, token, applicationId } = interaction;
  const { language } = circumstances(interaction);
  const answered = context.unfinished.begin({
    kind: 'interaction',
    id,
    token,
    applicationId,
    language,
  });
  const onShown = () => {
    expected?.();
    answered();
  };
  const target = new InteractionReply(context, interaction, { isPrivate, onShown });
  await work(context, interaction, { handler, target });
  onShown();
}

/**
 * The answer that must come within three seconds. Where Discord's "done" was lost, it is asked again
 * and refuses: the interaction is deferred all the same. Where the first attempt is refused, another
 * program on the same token was faster.
 */
async function acknowledge<T>(
  context: DiscordContext,
  interaction: RepliableInteraction,
  defer: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await defer();
  } catch (error) {
    const isOurs = context.isRepeated(interaction.id);
    if (refusalOf(error) !== 'already-answered' || !isOurs) throw error;
    interaction.deferred = true;
    return undefined;
  }
}

async function work<I extends RepliableInteraction>(
  context: DiscordContext,
  interaction: I,
  given: { handler: DeferredHandler<I> | UpdateHandler<I>; target: ReplyTarget },
): Promise<void> {
  const { handler, target } = given;
  try {
    const caller = await resolveCaller(context, originOf(interaction));
    await handler.run({ caller, interaction, target });
  } catch (error) {
    await reportFailure(context, { error, ...circumstances(interaction) }, target);
  }
}

/** Typing is never worth an error: where nothing can be offered, nothing is. */
async function complete(
  context: DiscordContext,
  interaction: AutocompleteInteraction,
): Promise<void> {
  try {
    const caller = await resolveCaller(context, originOf(interaction));
    await interaction.respond(await suggest(caller, interaction));
  } catch (error) {
    if (error instanceof NotFoundError || refusalOf(error) === 'expired') return;
    context.log.warn({ ...circumstances(interaction).doing, err: error }, 'nothing to offer');
    if (!interaction.responded) await interaction.respond([]).catch(() => undefined);
  }
}

function originOf(interaction: BaseInteraction): Origin {
  return {
    userId: interaction.user.id,
    channelId: interaction.channelId ?? '',
    parentChannelId: parentOf(interaction.channel),
    categoryId: categoryOf(interaction.channel),
    guildId: interaction.guildId,
    locale: interaction.locale,
    guildLocale: interaction.guildLocale,
    permissions: interaction.memberPermissions,
    isAlone: interaction.context === InteractionContextType.BotDM,
  };
}

function circumstances(interaction: BaseInteraction) {
  const { id, guildId, channelId, locale } = interaction;
  const what =
    'commandName' in interaction
      ? String(interaction.commandName)
      : 'customId' in interaction
        ? String(interaction.customId)
        : undefined;
  return {
    language: hintedLanguage({ locale }),
    doing: { interaction: id, what, guildId, channelId },
  };
}
