/**
 * Keeps one portrait after another, says so after each, and never stops: for killing.
 *
 *   node --import tsx tests/support/storage/keep-burst.ts URL
 */
import { writeSync } from 'node:fs';
import { openStorage } from '../../../src/storage/open-storage.js';
import { makePortrait, NOON } from './portraits.js';

const storage = await openStorage(process.argv[2]);
const person = await storage.people.findOrCreate('web', 'burst', NOON);
for (let count = 1; ; count += 1) {
  const id = `burst${count}`;
  await storage.portraits.add([makePortrait(id, person.id)]);
  await storage.favorites.keep(person.id, id, NOON);
  writeSync(1, `${id}\n`);
}
