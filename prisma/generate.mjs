/** Generates a Prisma client a provider into src/storage/generated. Run by `npm run db:generate`. */
import { spawnSync } from 'node:child_process';
import { PROVIDERS, writeSchema } from './compose-schema.mjs';

for (const provider of PROVIDERS) {
  const result = spawnSync(`npx prisma generate --schema "${writeSchema(provider)}"`, {
    shell: true,
    stdio: ['ignore', 2, 2],
    // Generating needs no schema engine; any program in its place spares its download.
    env: {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      ...process.env,
    },
  });
  if (result.status !== 0) process.exit(1);
}
