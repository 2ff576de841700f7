import { setTimeout as sleep } from 'node:timers/promises';
import { NotAllowedError, UserInputError } from '../errors/app-error.js';
import type { Endless, EndlessCommand, EndlessEnding, EndlessRun } from './endless.js';
import type { GachaService } from './gacha-service.js';
import type { PullResult } from './gacha.js';
import type { GameContext } from './game-context.js';
import type { Gatekeeper } from './gatekeeper.js';
import type { Person } from './person.js';
import { createId } from './random-id.js';
import { readWish } from './read-wish.js';
import type { Servers } from './server-settings.js';

interface Run {
  readonly id: string;
  readonly personId: number;
  readonly stop: AbortController;
  ending: EndlessEnding | undefined;
}

/** What an endless run needs of the other use cases. */
export interface EndlessParts {
  readonly gacha: GachaService;
  readonly servers: Servers;
  readonly gatekeeper: Gatekeeper;
}

/** Goes on pulling until told to stop, at its own pace, one run a person. */
export class EndlessService implements Endless {
  readonly #context: GameContext;
  readonly #parts: EndlessParts;
  readonly #runs = new Map<string, Run>();

  constructor(context: GameContext, parts: EndlessParts) {
    this.#context = context;
    this.#parts = parts;
  }

  async start(command: EndlessCommand): Promise<EndlessRun> {
    const { person, where } = command;
    readWish(command.wish);
    await this.#expectAllowed(command);
    await this.#parts.gatekeeper.admit({ person, where, pictures: 1 }, async () => undefined);
    // Nothing waits between this look and the entry, so two starts at once cannot both pass.
    if (this.#find(person) !== undefined) {
      throw new UserInputError('endless-already-running', 'expected no other run of this person');
    }
    const run: Run = {
      id: createId(),
      personId: person.id,
      stop: new AbortController(),
      ending: undefined,
    };
    this.#runs.set(run.id, run);
    const { endlessLimit: limit, endlessIntervalMs: intervalMs } = this.#context.settings;
    const ending = (): EndlessEnding | undefined => run.ending;
    return { id: run.id, limit, intervalMs, results: this.#pullOn(run, command), ending };
  }

  async stop(command: {
    readonly person: Person;
    readonly runId?: string;
    readonly isModerator?: boolean;
  }): Promise<boolean> {
    const { person, runId, isModerator = false } = command;
    const run = runId === undefined ? this.#find(person) : this.#runs.get(runId);
    if (!run) return false;
    if (run.personId !== person.id && !isModerator) {
      throw new NotAllowedError('not-yours', 'expected the run of this person, or a moderator');
    }
    this.#end(run, 'stopped');
    return true;
  }

  close(): void {
    for (const run of this.#runs.values()) this.#end(run, 'stopped');
  }

  async *#pullOn(run: Run, command: EndlessCommand): AsyncGenerator<PullResult> {
    const { endlessLimit, endlessIntervalMs } = this.#context.settings;
    const { signal } = run.stop;
    try {
      for (let pulled = 0; run.ending === undefined; pulled += 1) {
        if (pulled >= endlessLimit) return this.#end(run, 'limit');
        const notBefore = Date.now() + endlessIntervalMs;
        if (!(await this.#isAllowed(command))) return this.#end(run, 'not-allowed');
        const result = await this.#pull(command, signal);
        if (result === undefined) return undefined;
        yield result;
        await sleep(Math.max(0, notBefore - Date.now()), undefined, { signal }).catch(
          ignoreStop(signal),
        );
      }
    } finally {
      this.#end(run, 'stopped');
    }
    return undefined;
  }

  /** Undefined when it was stopped meanwhile. */
  async #pull(command: EndlessCommand, stop: AbortSignal): Promise<PullResult | undefined> {
    const { signal: own, ...drawing } = command.drawing ?? {};
    const signal = own ? AbortSignal.any([own, stop]) : stop;
    const pull = this.#parts.gacha.pullUnlimited({ ...command, drawing: { ...drawing, signal } });
    const result = await pull.catch(ignoreStop(stop));
    return stop.aborted ? undefined : (result ?? undefined);
  }

  #find(person: Person): Run | undefined {
    return [...this.#runs.values()].find(({ personId }) => personId === person.id);
  }

  #end(run: Run, ending: EndlessEnding): undefined {
    run.ending ??= ending;
    this.#runs.delete(run.id);
    run.stop.abort();
    return undefined;
  }

  async #isAllowed({ person, where }: EndlessCommand): Promise<boolean> {
    if (where?.serverId === undefined) return true;
    const server = { platform: person.platform, serverId: where.serverId };
    return (await this.#parts.servers.settings(server)).isEndlessAllowed;
  }

  async #expectAllowed(command: EndlessCommand): Promise<void> {
    if (await this.#isAllowed(command)) return;
    throw new NotAllowedError('endless-not-allowed', 'endless mode is off on this server');
  }
}

/** Being told to stop is no failure; everything else goes on to the caller. */
function ignoreStop(signal: AbortSignal): (error: unknown) => undefined {
  return (error) => {
    if (signal.aborted) return undefined;
    throw error;
  };
}
