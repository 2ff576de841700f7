import type { ChatInputCommandInteraction } from 'discord.js';
import { adopt } from '../actions/adopt.js';
import { animate, blend, change, morph, vary } from '../actions/edit-portraits.js';
import { runEndless } from '../actions/endless-run.js';
import { pullModal } from '../modals/attribute-modal.js';
import { pull } from '../actions/pull.js';
import { redraw } from '../actions/redraw.js';
import { answering, opening, type Handler } from '../events/interaction-context.js';
import { isAskedPrivate, share, promptOf } from './options.js';

type Command = ChatInputCommandInteraction;

/** The commands that draw. */
export const drawingCommands: Readonly<Record<string, Handler<Command>>> = {
  gacha: answering(isAskedPrivate, ({ caller, target, interaction }) => {
    const count = interaction.options.getInteger('count');
    const seed = interaction.options.getInteger('seed');
    return pull(caller, target, {
      prompt: promptOf(caller, interaction),
      ...(count === null ? {} : { count }),
      ...(seed === null ? {} : { seed }),
    });
  }),

  pick: opening(async (modalContext, interaction) => {
    await interaction.showModal(pullModal(await modalContext.speech()));
  }),

  endless: answering(isAskedPrivate, ({ caller, target, interaction }) =>
    runEndless(caller, target, { prompt: promptOf(caller, interaction) }),
  ),

  morph: answering(isAskedPrivate, ({ caller, target, interaction }) => {
    const asked = {
      reference: { favorite: interaction.options.getString('favourite', true) },
      prompt: promptOf(caller, interaction),
      ...share(interaction, 'strength', 'strength'),
    };
    const isAnimated = interaction.options.getBoolean('animate') ?? false;
    return isAnimated ? animate(caller, target, asked) : morph(caller, target, asked);
  }),

  change: answering(isAskedPrivate, ({ caller, target, interaction }) => {
    const named = interaction.options.getString('favourites');
    const favorites = named?.split(/[,、，]/u).map((name) => name.trim());
    return change(caller, target, {
      prompt: promptOf(caller, interaction),
      ...share(interaction, 'strength', 'strength'),
      ...(favorites === undefined ? {} : { favorites }),
    });
  }),

  vary: answering(isAskedPrivate, ({ caller, target, interaction }) => {
    const favorite = interaction.options.getString('favourite', true);
    const amount = interaction.options.getString('amount') === 'strong' ? 'strong' : 'subtle';
    return vary(caller, target, { reference: { favorite }, amount });
  }),

  blend: answering(isAskedPrivate, ({ caller, target, interaction }) => {
    const prompt = promptOf(caller, interaction);
    return blend(caller, target, {
      first: { favorite: interaction.options.getString('first', true) },
      second: { favorite: interaction.options.getString('second', true) },
      ...share(interaction, 'ratio', 'ratio'),
      ...(Object.keys(prompt).length === 0 ? {} : { prompt }),
    });
  }),

  redraw: answering(isAskedPrivate, ({ caller, target, interaction }) => {
    const code = interaction.options.getString('code') ?? undefined;
    const picture = interaction.options.getAttachment('picture') ?? undefined;
    return redraw(caller, target, { code, picture });
  }),

  adopt: answering(isAskedPrivate, ({ caller, target, interaction }) =>
    adopt(caller, target, interaction.options.getAttachment('picture') ?? undefined),
  ),
};
