import { join } from 'node:path';

/**
 * The folders searched for the platforms' own descriptions of their APIs, which are not part of this
 * repository: in the folder that MUGEN_SPECS_DIR names, else beside the repository.
 */
export function platformDescription(
  name: 'discord-openapi.json' | 'telegram-bot-api.json',
): string {
  return join(process.env['MUGEN_SPECS_DIR'] ?? '../shared/specs', name);
}
