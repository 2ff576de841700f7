import { defineConfig } from 'prisma/config';
import { writeSchema } from './prisma/compose-schema.mjs';

// For Prisma's own tools (`npx prisma migrate status`, `migrate deploy`, `studio`). The program itself
// applies its migrations at start and does not read this file.
// oxlint-disable-next-line node/no-process-env -- Prisma's tools have no other way to be told
const url = process.env['DATABASE_URL'] || 'file:./data/mugen.db';
const provider = /^postgres(ql)?:/.test(url) ? 'postgresql' : 'sqlite';

// oxlint-disable-next-line import/no-default-export -- Prisma's tools read the default export
export default defineConfig({
  schema: writeSchema(provider),
  migrations: { path: `prisma/migrations/${provider}` },
  datasource: { url },
});
