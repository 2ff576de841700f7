/**
 * Opens a database, which migrates it, and ends.
 *
 *   node --import tsx tests/support/storage/open-once.ts URL
 */
import { openStorage } from '../../../src/storage/open-storage.js';

const storage = await openStorage(process.argv[2]);
await storage.people.findOrCreate('web', 'first', new Date());
await storage.close();
