/** Brings the database up to date, as every start of the program does: `npm run db:migrate`. */
import { parseArgs } from 'node:util';
import { loadSettings } from '../src/config/env.js';
import { openStorage } from '../src/storage/open-storage.js';

const ABOUT = `Brings the database at DATABASE_URL up to date, as every start of the program does.

Usage:
  npm run db:migrate`;

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
if (values.help === true) {
  console.log(ABOUT);
} else {
  const storage = await openStorage(loadSettings().DATABASE_URL);
  await storage.close();
  console.error('The database is up to date.');
}
