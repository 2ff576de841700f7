import type { ChatInputCommandInteraction } from 'discord.js';
import { animate, blend, change, morph, vary } from '../bench.js';
import { runEndless } from '../endless-run.js';
import { pullModal } from '../modals/attribute-modal.js';
import { pull } from '../pulling.js';
import { redraw } from '../redrawing.js';
import { answering, opening, type Handler } from '../turn.js';
import { isAskedPrivate, share, wishOf } from './options.js';

type Command = ChatInputCommandInteraction;

/** The commands that draw. */
export const drawingCommands: Readonly<Record<string, Handler<Command>>> = {
  gacha: answering(isAskedPrivate, ({ scene, outlet, interaction }) => {
    const count = interaction.options.getInteger('count');
    const seed = interaction.options.getInteger('seed');
    return pull(scene, outlet, {
      wish: wishOf(scene, interaction),
      ...(count === null ? {} : { count }),
      ...(seed === null ? {} : { seed }),
    });
  }),

  pick: opening(async (door, interaction) => {
    await interaction.showModal(pullModal(await door.speech()));
  }),

  endless: answering(isAskedPrivate, ({ scene, outlet, interaction }) =>
    runEndless(scene, outlet, { wish: wishOf(scene, interaction) }),
  ),

  morph: answering(isAskedPrivate, ({ scene, outlet, interaction }) => {
    const asked = {
      subject: { favorite: interaction.options.getString('favourite', true) },
      wish: wishOf(scene, interaction),
      ...share(interaction, 'strength', 'strength'),
    };
    const isAnimated = interaction.options.getBoolean('animate') ?? false;
    return isAnimated ? animate(scene, outlet, asked) : morph(scene, outlet, asked);
  }),

  change: answering(isAskedPrivate, ({ scene, outlet, interaction }) => {
    const named = interaction.options.getString('favourites');
    const favorites = named?.split(/[,、，]/u).map((name) => name.trim());
    return change(scene, outlet, {
      wish: wishOf(scene, interaction),
      ...share(interaction, 'strength', 'strength'),
      ...(favorites === undefined ? {} : { favorites }),
    });
  }),

  vary: answering(isAskedPrivate, ({ scene, outlet, interaction }) => {
    const favorite = interaction.options.getString('favourite', true);
    const amount = interaction.options.getString('amount') === 'strong' ? 'strong' : 'subtle';
    return vary(scene, outlet, { subject: { favorite }, amount });
  }),

  blend: answering(isAskedPrivate, ({ scene, outlet, interaction }) => {
    const wish = wishOf(scene, interaction);
    return blend(scene, outlet, {
      first: { favorite: interaction.options.getString('first', true) },
      second: { favorite: interaction.options.getString('second', true) },
      ...share(interaction, 'ratio', 'ratio'),
      ...(Object.keys(wish).length === 0 ? {} : { wish }),
    });
  }),

  redraw: answering(isAskedPrivate, ({ scene, outlet, interaction }) => {
    const code = interaction.options.getString('code') ?? undefined;
    const picture = interaction.options.getAttachment('picture') ?? undefined;
    return redraw(scene, outlet, { code, picture });
  }),
};
