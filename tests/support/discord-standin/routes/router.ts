import type { RequestBody } from '../request-body.js';
import type { Json } from '../world.js';

/** A request that has passed Discord's API description. */
export interface RouteRequest extends RequestBody {
  /** The named parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** An answer's body; undefined is 204. */
export type Handler = (request: RouteRequest) => Json | Json[] | undefined;

/** One operation of the API; `template` is a path after /api/v10, with `:name` for what varies. */
export interface RouteEntry {
  readonly method: string;
  readonly template: string;
  readonly handle: Handler;
}

/** Finds who answers a request, `/channels/:channel/messages` style. */
export class Router {
  readonly #entries: { method: string; pattern: RegExp; handle: Handler }[];

  constructor(entries: readonly RouteEntry[]) {
    this.#entries = entries.map(({ method, template, handle }) => ({
      method,
      handle,
      pattern: new RegExp(`^${template.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
    }));
  }

  /**
   * The first entry that fits, with the path's parts; undefined where the stand-in lacks the
   * operation.
   */
  find(
    method: string,
    path: string,
  ): { handle: Handler; params: Record<string, string> } | undefined {
    for (const entry of this.#entries) {
      const match = entry.method === method ? entry.pattern.exec(path) : null;
      if (match !== null) {
        const groups = Object.entries(match.groups ?? {});
        const params = groups.map(([name, value]) => [name, decodeURIComponent(value)]);
        return { handle: entry.handle, params: Object.fromEntries(params) };
      }
    }
    return undefined;
  }
}
