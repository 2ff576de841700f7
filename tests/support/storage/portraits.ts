import type { NewPortrait, PersonRecord } from '../../../src/storage/records.js';
import type { Storage } from '../../../src/storage/storage.js';

/** A time that tests count from. */
export const NOON = new Date('2026-11-23T12:00:00Z');

/** A portrait to be stored, with a picture of some bytes. */
export function makePortrait(
  id: string,
  personId: number | null = null,
  change: Partial<NewPortrait['portrait']> = {},
): NewPortrait {
  return {
    portrait: {
      id,
      origin: 'pull',
      personId,
      modelId: 'tiny-model',
      modelVersion: '0.1.0',
      z: Float32Array.from([0.5, -1.25]),
      phi: Float32Array.from([1, 0, 0.25]),
      seed: 4_294_967_295,
      code: `mg1${id}`,
      description: 'blonde blue-eyes',
      named: ['hair_color'],
      parentIds: [],
      createdAt: NOON,
      ...change,
    },
    pictures: [{ sizePx: 256, format: 'webp', bytes: Uint8Array.from([1, 2, 3]) }],
  };
}

/** A person and so many portraits drawn for them, with ids p1, p2, … after the prefix. */
export async function stock(
  storage: Storage,
  count: number,
  prefix = 'p',
): Promise<{ person: PersonRecord; ids: string[] }> {
  const person = await storage.people.findOrCreate('web', `owner-${prefix}`, NOON);
  const ids = Array.from({ length: count }, (_, at) => `${prefix}${at + 1}`);
  await storage.portraits.add(ids.map((id) => makePortrait(id, person.id)));
  return { person, ids };
}
