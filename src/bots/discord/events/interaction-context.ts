import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js';
import type { ModalContext } from '../modals/modal-context.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import type { Caller } from '../caller.js';

/** A press of a button or a choice in a menu under one of the bot's messages. */
export type Press = ButtonInteraction | StringSelectMenuInteraction;

/** One thing that somebody asked for by an interaction, ready to be answered. */
export interface InteractionContext<Interaction> {
  readonly caller: Caller;
  readonly interaction: Interaction;
  readonly target: ReplyTarget;
}

/** Answered by a message of its own; the deferral is sent before anything else happens. */
export interface DeferredHandler<Interaction> {
  readonly answer: 'message';
  /** True if the person alone sees the answer; settled by the deferral, for good. */
  isPrivate(interaction: Interaction): boolean;
  /** Errors are told to the person in place of the answer. */
  run(turn: InteractionContext<Interaction>): Promise<void>;
}

/** Changes the message that its button stands on; deferred at once as well. */
export interface UpdateHandler<Interaction> {
  readonly answer: 'update';
  /** Errors are told to the person beside the message, which stays as it is. */
  run(turn: InteractionContext<Interaction>): Promise<void>;
}

/** Opens a modal, which Discord takes only as the very first answer. */
export interface ModalHandler<Interaction> {
  readonly answer: 'modal';
  /** Has three seconds to open it, or to reply otherwise. What it throws is told in a reply. */
  run(modalContext: ModalContext, interaction: Interaction): Promise<void>;
}

/**
 * How a command or an entry of a message menu is answered: it stands on no message that could
 * change.
 */
export type Handler<Interaction> = DeferredHandler<Interaction> | ModalHandler<Interaction>;
/** How a button or menu is answered, which can also change the message that it stands on. */
export type ComponentHandler<Interaction> = Handler<Interaction> | UpdateHandler<Interaction>;

type Visibility<Interaction> = 'open' | 'private' | ((interaction: Interaction) => boolean);

/** Answers by a message that all (`open`) or only the person (`private`) can read. */
export function answering<Interaction>(
  visibility: Visibility<Interaction>,
  run: (turn: InteractionContext<Interaction>) => Promise<void>,
): DeferredHandler<Interaction> {
  const isPrivate = typeof visibility === 'function' ? visibility : () => visibility === 'private';
  return { answer: 'message', isPrivate, run };
}

/** Answers by changing the message that the button stands on. */
export function updating<Interaction>(
  run: (turn: InteractionContext<Interaction>) => Promise<void>,
): UpdateHandler<Interaction> {
  return { answer: 'update', run };
}

/** Answers by a modal, or by whatever `run` replies first: Discord gives it three seconds. */
export function opening<Interaction>(
  run: (modalContext: ModalContext, interaction: Interaction) => Promise<void>,
): ModalHandler<Interaction> {
  return { answer: 'modal', run };
}
