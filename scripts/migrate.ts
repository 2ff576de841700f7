/** Brings the database up to date, as every start of the program does: `npm run db:migrate`. */
import { openStorage } from '../src/storage/open-storage.js';

const storage = await openStorage(process.env['DATABASE_URL'] || undefined);
await storage.close();
console.error('The database is up to date.');
