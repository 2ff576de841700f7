import { z } from 'zod';
import { UserInputError } from '../../../errors/app-error.js';
import type { Messages } from '../../../messages/messages.js';
import type { EndlessHolder } from '../../../game/endless/endless.js';
import type { Game } from '../../../game/game.js';
import type { Language, Person } from '../../../game/people/person.js';
import type { DrawingOptions } from '../../../game/portraits/portrait.js';
import type { WireEvent, WireReply } from '../wire.js';

/** Everything an action may use: who asks, in which language, and the way back to them. */
export interface Caller {
  readonly game: Game;
  readonly messages: Messages;
  readonly language: Language;
  readonly person: Person;
  /** Aborted when the visitor has gone away or asked to stop. */
  readonly signal: AbortSignal;
  /** Aborted when the server stops. */
  readonly stopping: AbortSignal;
  /** The key under which this server's endless runs are found again after it has died. */
  readonly holder: EndlessHolder;
  /** Writes an event to the visitor; what comes after they went away is dropped. */
  readonly send: (event: WireEvent) => void;
}

/** One thing that the page can ask for. */
export interface Action {
  /**
   * Sends replies through the call and resolves after the last. @throws UserInputError
   * `option-not-allowed` for input of another shape, and what the use case throws
   */
  run(caller: Caller, input: unknown): Promise<void>;
}

/** Checks the input, then runs. What does not fit is a UserInputError `option-not-allowed`. */
export function defineAction<Schema extends z.ZodType>(
  schema: Schema,
  run: (caller: Caller, input: z.infer<Schema>) => Promise<WireReply | undefined>,
): Action {
  return {
    run: async (caller, raw) => {
      const input = schema.safeParse(raw);
      if (!input.success) {
        throw new UserInputError('option-not-allowed', z.prettifyError(input.error));
      }
      const reply = await run(caller, input.data);
      if (reply !== undefined) caller.send({ type: 'reply', reply });
    },
  };
}

/** For a use case that draws: cancelled with the call, its progress told. */
export function drawingOf({ signal, send }: Caller): DrawingOptions {
  return { signal, onProgress: (progress) => send({ type: 'progress', ...progress }) };
}
