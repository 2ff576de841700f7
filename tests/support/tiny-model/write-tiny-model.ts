/** Writes tests/fixtures/tiny-model: node --import tsx tests/support/tiny-model/write-tiny-model.ts */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TINY_MODEL_FOLDER, buildTinyModel } from './tiny-model.js';

mkdirSync(TINY_MODEL_FOLDER, { recursive: true });
for (const [name, bytes] of buildTinyModel()) writeFileSync(join(TINY_MODEL_FOLDER, name), bytes);
