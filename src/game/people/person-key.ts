import type { PlatformPerson } from './person.js';

/** The name under which somebody waits for their turn: never shown or logged. */
export function personKey({ platform, platformId }: PlatformPerson): string {
  return `${platform}:${platformId}`;
}
