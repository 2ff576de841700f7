import { AppError } from '../../errors/app-error.js';
import type { Game } from '../../game/game.js';
import type { Storage } from '../../storage/storage.js';
import type { Metrics } from './metrics.js';

type Method = (...args: unknown[]) => unknown;
type Note = (
  method: string,
  args: readonly unknown[],
  ended: { seconds: number; error?: unknown },
) => void;

/** The same game; everything that is asked of it is measured, by use case and front end. */
export function measureGame(game: Game, metrics: Metrics): Game {
  return measureParts(game, (part) => (method, args, { seconds, error }) => {
    metrics.noteUseCase({
      name: `${part}.${method}`,
      platform: platformOf(args),
      seconds,
      error: codeOf(error),
    });
  });
}

/** The same storage; how long each answer takes is measured, by table. */
export function measureStorage(storage: Storage, metrics: Metrics): Storage {
  return measureParts(storage, (table) => (_method, _args, { seconds }) => {
    metrics.noteStorage(table, seconds);
  });
}

/** Parts are objects with methods that give promises; what gives none is no waiting and not measured. */
function measureParts<Whole extends object>(whole: Whole, noteOf: (part: string) => Note): Whole {
  const parts = Object.entries(whole).map(([name, part]: [string, unknown]) => [
    name,
    typeof part === 'object' && part !== null ? measureMethods(part, noteOf(name)) : part,
  ]);
  return Object.fromEntries(parts) as Whole;
}

function measureMethods<Part extends object>(part: Part, note: Note): Part {
  return new Proxy(part, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        const began = performance.now();
        const result = (value as Method).apply(target, args);
        if (!(result instanceof Promise)) return result;
        const seconds = (): number => (performance.now() - began) / 1000;
        result.then(
          () => note(String(name), args, { seconds: seconds() }),
          (error: unknown) => note(String(name), args, { seconds: seconds(), error }),
        );
        return result;
      };
    },
  });
}

/** The person of a call: the first argument, or a field of the command that is the first. */
function platformOf([first]: readonly unknown[]): string {
  if (typeof first !== 'object' || first === null) return '';
  const { platform, person } = first as { platform?: unknown; person?: unknown };
  if (typeof platform === 'string') return platform;
  return typeof person === 'object' ? platformOf([person]) : '';
}

function codeOf(error: unknown): string | undefined {
  if (error === undefined) return undefined;
  if (error instanceof AppError) return error.code;
  return error instanceof Error && error.name === 'AbortError' ? 'aborted' : 'unexpected';
}
