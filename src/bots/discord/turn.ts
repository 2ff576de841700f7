import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js';
import type { Doorway } from './doorway.js';
import type { Outlet } from './outlet.js';
import type { Scene } from './scene.js';

/** What somebody does with what stands under a message of the bot's. */
export type Press = ButtonInteraction | StringSelectMenuInteraction;

/** One thing that somebody asked for by an interaction, ready to be answered. */
export interface Turn<Interaction> {
  readonly scene: Scene;
  readonly interaction: Interaction;
  readonly outlet: Outlet;
}

/** Answered by a message of its own; the deferral is sent before anything else happens. */
export interface Deferred<Interaction> {
  readonly answer: 'message';
  isPrivate(interaction: Interaction): boolean;
  run(turn: Turn<Interaction>): Promise<void>;
}

/** Changes the message that its button stands on; deferred at once as well. */
export interface Updating<Interaction> {
  readonly answer: 'update';
  run(turn: Turn<Interaction>): Promise<void>;
}

/** Opens a modal, which Discord takes only as the very first answer. */
export interface Opening<Interaction> {
  readonly answer: 'modal';
  run(door: Doorway, interaction: Interaction): Promise<void>;
}

export type Handler<Interaction> = Deferred<Interaction> | Opening<Interaction>;
export type ComponentHandler<Interaction> = Handler<Interaction> | Updating<Interaction>;

type Visibility<Interaction> = 'open' | 'private' | ((interaction: Interaction) => boolean);

export function answering<Interaction>(
  visibility: Visibility<Interaction>,
  run: (turn: Turn<Interaction>) => Promise<void>,
): Deferred<Interaction> {
  const isPrivate = typeof visibility === 'function' ? visibility : () => visibility === 'private';
  return { answer: 'message', isPrivate, run };
}

export function updating<Interaction>(
  run: (turn: Turn<Interaction>) => Promise<void>,
): Updating<Interaction> {
  return { answer: 'update', run };
}

export function opening<Interaction>(
  run: (door: Doorway, interaction: Interaction) => Promise<void>,
): Opening<Interaction> {
  return { answer: 'modal', run };
}
