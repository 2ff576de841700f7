import type { Game } from '../../../game/game.js';
import type { Person } from '../../../game/people/person.js';
import type { ExportResult } from '../../../game/privacy/privacy.js';

/** A part is put together in memory, and one zip holds 65,535 files at most. */
const MOST_PART_BYTES = 500_000_000;

/**
 * Everything somebody owns, in the same parts each time unless they pull, keep or let go meanwhile.
 */
export function packExport(game: Game, person: Person): Promise<ExportResult> {
  return game.privacy.export(person, { maxBytes: MOST_PART_BYTES });
}
