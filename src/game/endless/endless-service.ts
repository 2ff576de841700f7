import { setTimeout as sleep } from 'node:timers/promises';
import { NotAllowedError, UserInputError } from '../../errors/app-error.js';
import type {
  CutOffRun,
  EndlessCommand,
  EndlessEnding,
  EndlessHolder,
  EndlessRun,
} from './endless.js';
import { EndlessRegister, type RegisteredRun } from './endless-register.js';
import type { GachaService } from '../drawing/gacha-service.js';
import type { PullResult } from '../drawing/gacha.js';
import type { GameContext } from '../game-context.js';
import type { Gatekeeper } from '../limits/gatekeeper.js';
import type { Person } from '../people/person.js';
import { personNotFound } from '../people/person-not-found.js';
import { createId } from '../random-id.js';
import type { PullInput } from '../drawing/pull-input.js';
import type { ServerService } from '../people/server-service.js';

interface Run {
  readonly entry: RegisteredRun;
  readonly stop: AbortController;
  ending: EndlessEnding | undefined;
  pulled: number;
}

type Pulling = Omit<EndlessCommand, 'prompt' | 'pullId'> & { readonly prompt: PullInput };

/** Use cases that an endless run depends on. */
export interface EndlessParts {
  readonly gacha: GachaService;
  readonly servers: ServerService;
  readonly gatekeeper: Gatekeeper;
}

/**
 * Pulls of one wish until somebody stops them, one run per person over all processes. A run whose
 * process died is remembered until its person was told; also while their next one goes on, if a
 * message announced it, since that message goes on saying that it runs.
 */
export class EndlessService {
  readonly #context: GameContext;
  readonly #parts: EndlessParts;
  readonly #register: EndlessRegister;
  readonly #slot = createId();
  /** This process's runs, from before they are registered. */
  readonly #runs = new Map<string, Run>();
  readonly #endings = new Set<Promise<void>>();

  constructor(context: GameContext, parts: EndlessParts) {
    this.#context = context;
    this.#parts = parts;
    this.#register = new EndlessRegister(context);
  }

  /**
   * @throws NotAllowedError `endless-not-allowed` (server setting), UserInputError
   * `endless-already-running` (one run per person, in whatever process), NotFoundError
   * `pull-not-found` or `person-not-found`, and what a pull throws
   */
  async start(command: EndlessCommand): Promise<EndlessRun> {
    const { person, where } = command;
    const asked = await this.#parts.gacha.preparePull(command);
    const { prompt, pullId } = asked;
    await this.#expectAllowed(command);
    const visit = { person, where, prompt, pictures: 1 };
    await this.#parts.gatekeeper.admit(visit, async () => undefined);
    const run = await this.#enter(command, pullId);
    await asked.store().catch((error: unknown) => {
      this.#end(run, 'stopped');
      throw error;
    });
    const { endlessLimit: limit, endlessIntervalMs: intervalMs } = this.#context.settings;
    return {
      id: run.entry.id,
      pullId,
      limit,
      intervalMs,
      results: this.#pullOn(run, { ...command, prompt }),
      ending: () => run.ending,
      announcedAt: async (message) => {
        await this.#register.renew(run.entry, message);
      },
      cutOff: () => {
        this.#end(run, 'cut-off');
      },
    };
  }

  /**
   * Stops a run, also one of another process. False when it had already ended.
   * @throws NotAllowedError `not-yours` unless it is the person's own or they moderate
   */
  async stop(command: {
    readonly person: Person;
    readonly runId?: string;
    readonly isModerator?: boolean;
  }): Promise<boolean> {
    const { person, runId, isModerator = false } = command;
    const mayStop = (personId: number): void => {
      if (personId === person.id || isModerator) return;
      throw new NotAllowedError('not-yours', 'expected the run of this person, or a moderator');
    };
    const run = runId === undefined ? this.#find(person) : this.#runs.get(runId);
    if (run) {
      mayStop(run.entry.personId);
      this.#end(run, 'stopped');
      await this.#settled();
      return true;
    }
    // Its own process finds it gone, at the latest before its next pull.
    const elsewhere = await this.#register.find(
      runId === undefined ? { personId: person.id } : { id: runId },
    );
    if (elsewhere?.isHeld !== true) return false;
    mayStop(elsewhere.personId);
    await this.#register.end(elsewhere.id);
    return true;
  }

  /**
   * Runs of the account that were cut off, or those of one person; each goes to one caller, who
   * tells and settles it.
   */
  takeCutOff(holder: EndlessHolder, person?: Person): Promise<readonly CutOffRun[]> {
    return this.#register.takeCutOff(
      holder,
      (run) => !this.#runs.has(run.id) && (person === undefined || person.id === run.personId),
    );
  }

  /** The person was told, or cannot be. */
  settle(runId: string): Promise<void> {
    return this.#register.end(runId);
  }

  /**
   * Stops the runs of this process that no front end has cut off, so that nobody is told of them
   * later. Resolves once the database has forgotten them.
   */
  async close(): Promise<void> {
    for (const run of this.#runs.values()) this.#end(run, 'stopped');
    await this.#settled();
  }

  async *#pullOn(run: Run, command: Pulling): AsyncGenerator<PullResult> {
    const { endlessLimit, endlessIntervalMs } = this.#context.settings;
    const { signal } = run.stop;
    try {
      for (; run.ending === undefined; run.pulled += 1) {
        if (run.pulled >= endlessLimit) return this.#end(run, 'limit');
        const notBefore = Date.now() + endlessIntervalMs;
        if (!(await this.#isAllowed(command))) return this.#end(run, 'not-allowed');
        const { pulled } = run;
        if (!(await this.#register.renew(run.entry, { pulled }))) return this.#end(run, 'stopped');
        const result = await this.#pull(command, signal);
        if (result === undefined) return undefined;
        // Its posts are the run's: whoever sees them may repeat its wish and go on with it.
        yield { ...result, pullId: run.entry.pullId };
        await sleep(Math.max(0, notBefore - Date.now()), undefined, { signal }).catch(
          ignoreStop(signal),
        );
      }
    } finally {
      this.#end(run, 'stopped');
      await this.#settled();
    }
    return undefined;
  }

  /** Undefined when it was stopped meanwhile. */
  async #pull(command: Pulling, stop: AbortSignal): Promise<PullResult | undefined> {
    const { signal: own, ...drawing } = command.drawing ?? {};
    const signal = own ? AbortSignal.any([own, stop]) : stop;
    const pull = this.#parts.gacha.pullUnlimited({ ...command, drawing: { ...drawing, signal } });
    const result = await pull.catch(ignoreStop(stop));
    return stop.aborted ? undefined : (result ?? undefined);
  }

  async #enter(command: EndlessCommand, pullId: string): Promise<Run> {
    const { person, where, language, holder } = command;
    // Nothing waits between this look and the entry, so two starts at once cannot both pass.
    if (this.#find(person) !== undefined) throw alreadyRunning();
    const { account, slot } = holder ?? { account: person.platform, slot: this.#slot };
    const entry: RegisteredRun = {
      id: createId(),
      personId: person.id,
      pullId,
      account,
      slot,
      language: language ?? null,
      serverId: where?.serverId ?? null,
      channelId: where?.channelId ?? null,
    };
    const run: Run = { entry, stop: new AbortController(), ending: undefined, pulled: 0 };
    this.#runs.set(entry.id, run);
    try {
      const outcome = await this.#register.begin(entry);
      if (outcome === 'forgotten') throw personNotFound();
      if (outcome === 'held') throw alreadyRunning();
    } catch (error) {
      this.#runs.delete(entry.id);
      throw error;
    }
    this.#register.keepHeld(entry, run.stop.signal, () => this.#end(run, 'stopped'));
    return run;
  }

  #find(person: Person): Run | undefined {
    return [...this.#runs.values()].find(({ entry }) => entry.personId === person.id);
  }

  #end(run: Run, ending: EndlessEnding): undefined {
    if (run.ending !== undefined) return undefined;
    run.ending = ending;
    run.stop.abort();
    const { id } = run.entry;
    this.#runs.delete(id);
    if (ending === 'cut-off') {
      this.#register.leave(id);
      return undefined;
    }
    const forgetting = this.#register.end(id).catch((error: unknown) => {
      // Then it ends by itself, once nobody has renewed it for a while.
      this.#context.log.warn({ err: error, run: id }, 'an ended endless run is not forgotten yet');
    });
    this.#endings.add(forgetting);
    void forgetting.finally(() => this.#endings.delete(forgetting));
    return undefined;
  }

  /** Resolves once ended runs are out of the database. */
  async #settled(): Promise<void> {
    await Promise.all(this.#endings);
  }

  async #isAllowed({ person, where }: Pick<EndlessCommand, 'person' | 'where'>): Promise<boolean> {
    if (where?.serverId === undefined) return true;
    const server = { platform: person.platform, serverId: where.serverId };
    return (await this.#parts.servers.settings(server)).isEndlessAllowed;
  }

  async #expectAllowed(command: EndlessCommand): Promise<void> {
    if (await this.#isAllowed(command)) return;
    throw new NotAllowedError('endless-not-allowed', 'endless mode is off on this server');
  }
}

function alreadyRunning(): UserInputError {
  return new UserInputError('endless-already-running', 'expected no other run of this person');
}

/** Being told to stop is no failure; everything else goes on to the caller. */
function ignoreStop(signal: AbortSignal): (error: unknown) => undefined {
  return (error) => {
    if (signal.aborted) return undefined;
    throw error;
  };
}
