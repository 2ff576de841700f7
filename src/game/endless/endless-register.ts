import type { EndlessRunChange, EndlessRunStore } from '../../storage/storage.js';
import type { EndlessRunRecord } from '../../storage/records.js';
import type { CutOffRun, EndlessHolder } from './endless.js';
import type { GameContext } from '../game-context.js';
import type { Language } from '../people/person.js';
import { toPerson } from '../people/person-service.js';

/** Without a sign of life for so long, a run's process is taken for dead. */
const HELD_MS = 30_000;
/** Between two signs of life. */
const RENEW_MS = 10_000;

/** The stored part of a run, which outlives its process. */
export type RegisteredRun = Omit<EndlessRunRecord, 'heldUntil' | 'pulled' | 'messageId'>;

/** The endless runs of all processes, as the database knows them. */
export class EndlessRegister {
  readonly #context: GameContext;
  /** Taken over to be told of, and not settled yet. */
  readonly #telling = new Set<string>();

  constructor(context: GameContext) {
    this.#context = context;
  }

  /** See {@link EndlessRunStore.begin}: `held` while another process holds a run of the person. */
  begin(run: RegisteredRun): ReturnType<EndlessRunStore['begin']> {
    const { storage, clock } = this.#context;
    const record = { ...run, messageId: null, pulled: 0, heldUntil: this.#heldUntil() };
    return storage.endlessRuns.begin(record, clock());
  }

  /** A sign of life. False when the run was stopped from elsewhere. */
  renew(run: RegisteredRun, change: EndlessRunChange = {}): Promise<boolean> {
    const { endlessRuns } = this.#context.storage;
    return endlessRuns.renew(run, { ...change, heldUntil: this.#heldUntil() });
  }

  /** Gives signs of life until the signal ends it; calls `onGone` when the run was stopped elsewhere. */
  keepHeld(run: RegisteredRun, signal: AbortSignal, onGone: () => void): void {
    const timer = setInterval(() => {
      this.renew(run).then(
        (isHeld) => {
          if (!isHeld && !signal.aborted) onGone();
        },
        (error: unknown) => {
          this.#context.log.warn({ err: error }, 'an endless run is not renewed; trying again');
        },
      );
    }, RENEW_MS).unref();
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  }

  /** Somebody's run, or the one of the id, with whether its process lives. */
  async find(
    by: { readonly id: string } | { readonly personId: number },
  ): Promise<(EndlessRunRecord & { readonly isHeld: boolean }) | undefined> {
    const { storage, clock } = this.#context;
    const found = await storage.endlessRuns.find(by);
    return found && { ...found, isHeld: found.heldUntil > clock() };
  }

  /** Its process ends and tells the person: nobody else is to. */
  leave(id: string): void {
    this.#telling.add(id);
  }

  /** Forgets the run; its process learns of it when it next renews. Harmless when repeated. */
  async end(id: string): Promise<void> {
    this.#telling.delete(id);
    await this.#context.storage.endlessRuns.end(id);
  }

  /** Runs that their processes left behind, of those that are `wanted`. */
  async takeCutOff(
    { account, slot }: EndlessHolder,
    isWanted: (run: EndlessRunRecord) => boolean,
  ): Promise<readonly CutOffRun[]> {
    const { storage, clock } = this.#context;
    const loose = await storage.endlessRuns.listLoose(account, slot, clock());
    const taken: CutOffRun[] = [];
    for (const run of loose) {
      const isBeingTold = this.#telling.has(run.id) && run.heldUntil > clock();
      if (!isWanted(run) || isBeingTold) continue;
      this.#telling.add(run.id);
      const isMine = await storage.endlessRuns.takeOver(run, slot, this.#heldUntil());
      const person = isMine ? await storage.people.find(run.personId) : undefined;
      if (person === undefined) this.#telling.delete(run.id);
      else taken.push({ person: toPerson(person), ...toCutOff(run) });
    }
    return taken;
  }

  #heldUntil(): Date {
    return new Date(this.#context.clock().getTime() + HELD_MS);
  }
}

function toCutOff(run: EndlessRunRecord): Omit<CutOffRun, 'person'> {
  const { id, pullId, pulled, language, serverId, channelId, messageId } = run;
  return {
    id,
    pullId,
    pulled,
    ...(language === null ? {} : { language: language as Language }),
    ...(serverId === null ? {} : { serverId }),
    ...(channelId === null ? {} : { channelId }),
    ...(messageId === null ? {} : { messageId }),
  };
}
