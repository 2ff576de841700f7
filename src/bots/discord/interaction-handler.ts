import {
  MessageFlags,
  type AutocompleteInteraction,
  type BaseInteraction,
  type Interaction,
  type RepliableInteraction,
} from 'discord.js';
import { NotFoundError, UserInputError } from '../../errors/app-error.js';
import type { Bot } from './bot.js';
import { suggest } from './commands/autocomplete.js';
import { commandHandlers } from './commands/command-handlers.js';
import { menuHandlers } from './commands/message-menu.js';
import { findComponentHandler } from './components/component-handlers.js';
import { decodeCustomId } from './custom-id.js';
import { refusalOf } from './discord-error.js';
import { Doorway } from './doorway.js';
import { replyFailure, reportFailure } from './failure.js';
import { InteractionOutlet } from './interaction-outlet.js';
import { findModalHandler } from './modals/modal-handlers.js';
import type { Outlet } from './outlet.js';
import { parentOf } from './parent-channel.js';
import { hintedLanguage, openScene, type Origin } from './scene.js';
import { answering, type Deferred, type Opening, type Press, type Updating } from './turn.js';
import { UpdateOutlet } from './update-outlet.js';

/** Every interaction comes through here, and every failure of one ends here. Never throws. */
export async function handleInteraction(bot: Bot, interaction: Interaction): Promise<void> {
  try {
    if (interaction.isAutocomplete()) await complete(bot, interaction);
    else if (interaction.isChatInputCommand()) {
      await run(bot, interaction, commandHandlers[interaction.commandName]);
    } else if (interaction.isMessageContextMenuCommand()) {
      await run(bot, interaction, menuHandlers[interaction.commandName]);
    } else if (interaction.isModalSubmit()) {
      const id = decodeCustomId(interaction.customId);
      await run(bot, interaction, id === undefined ? undefined : findModalHandler(id));
    } else if (interaction.isButton() || interaction.isStringSelectMenu()) {
      await runComponent(bot, interaction);
    }
  } catch (error) {
    if (refusalOf(error) === 'expired') {
      bot.log.warn({ err: error, ...circumstances(interaction).doing }, 'answered too late');
      return;
    }
    await replyFailure(bot, { error, ...circumstances(interaction) }, interaction);
  }
}

async function runComponent(bot: Bot, interaction: Press): Promise<void> {
  const id = decodeCustomId(interaction.customId);
  const handler = id === undefined ? undefined : findComponentHandler(id);
  if (handler?.answer !== 'update') {
    await run(bot, interaction, handler);
    return;
  }
  await acknowledge(interaction, () => interaction.deferUpdate());
  await work(bot, interaction, { handler, outlet: new UpdateOutlet(interaction) });
}

async function run<I extends RepliableInteraction>(
  bot: Bot,
  interaction: I,
  handler: Deferred<I> | Opening<I> | undefined,
): Promise<void> {
  if (handler === undefined) {
    throw new UserInputError('command-unknown', 'expected a command, button or modal of this bot');
  }
  if (handler.answer === 'modal') {
    const door = new Doorway(bot, originOf(interaction), (answer) => {
      const deferred = answering<I>('private', ({ scene, outlet }) => answer(scene, outlet));
      return answerDeferred(bot, interaction, deferred);
    });
    await handler.run(door, interaction);
    return;
  }
  await answerDeferred(bot, interaction, handler);
}

async function answerDeferred<I extends RepliableInteraction>(
  bot: Bot,
  interaction: I,
  handler: Deferred<I>,
): Promise<void> {
  const isPrivate = handler.isPrivate(interaction);
  const flags = isPrivate ? { flags: MessageFlags.Ephemeral as const } : {};
  const response = await acknowledge(interaction, () =>
    interaction.deferReply({ ...flags, withResponse: true }),
  );
  const messageId = response?.resource?.message?.id;
  const onShown = messageId === undefined ? undefined : bot.publications.expect(messageId);
  const outlet = new InteractionOutlet(bot, interaction, { isPrivate, onShown });
  await work(bot, interaction, { handler, outlet });
  onShown?.();
}

/**
 * The answer that must come within three seconds. Where Discord's "done" was lost, discord.js asks
 * again and is refused: the interaction is deferred all the same.
 */
async function acknowledge<T>(
  interaction: RepliableInteraction,
  defer: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await defer();
  } catch (error) {
    if (refusalOf(error) !== 'already-answered') throw error;
    interaction.deferred = true;
    return undefined;
  }
}

async function work<I extends RepliableInteraction>(
  bot: Bot,
  interaction: I,
  given: { handler: Deferred<I> | Updating<I>; outlet: Outlet },
): Promise<void> {
  const { handler, outlet } = given;
  try {
    const scene = await openScene(bot, originOf(interaction));
    await handler.run({ scene, interaction, outlet });
  } catch (error) {
    await reportFailure(bot, { error, ...circumstances(interaction) }, outlet);
  }
}

/** Typing is never worth an error: where nothing can be offered, nothing is. */
async function complete(bot: Bot, interaction: AutocompleteInteraction): Promise<void> {
  try {
    const scene = await openScene(bot, originOf(interaction));
    await interaction.respond(await suggest(scene, interaction));
  } catch (error) {
    if (error instanceof NotFoundError || refusalOf(error) === 'expired') return;
    bot.log.warn({ ...circumstances(interaction).doing, err: error }, 'nothing to offer');
    if (!interaction.responded) await interaction.respond([]).catch(() => undefined);
  }
}

function originOf(interaction: BaseInteraction): Origin {
  return {
    userId: interaction.user.id,
    channelId: interaction.channelId ?? '',
    parentChannelId: parentOf(interaction.channel),
    guildId: interaction.guildId,
    locale: interaction.locale,
    guildLocale: interaction.guildLocale,
    permissions: interaction.memberPermissions,
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
