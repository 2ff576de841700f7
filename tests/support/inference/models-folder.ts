import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createGenerators } from '../../../src/inference/create-generator.js';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { RoutingGenerator } from '../../../src/inference/routing-generator.js';
import { TINY_MODEL_FOLDER } from '../tiny-model/tiny-model.js';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A folder of models, each a copy of the tiny one under a manifest of its own. */
export class ModelsFolder {
  readonly path: string;

  private constructor(folder: string) {
    this.path = folder;
  }

  /** A new empty folder. */
  static async create(): Promise<ModelsFolder> {
    return new ModelsFolder(await mkdtemp(path.join(tmpdir(), 'mugen-models-')));
  }

  /** Adds a copy in the folder `name`, with these fields of its manifest changed. */
  async add(name: string, changed: object): Promise<void> {
    const folder = path.join(this.path, name);
    await cp(TINY_MODEL_FOLDER, folder, { recursive: true });
    const file = path.join(folder, 'model.json');
    const manifest = JSON.parse(await readFile(file, 'utf8')) as object;
    await writeFile(file, JSON.stringify({ ...manifest, ...changed }));
  }

  /** With everything in it. */
  async remove(): Promise<void> {
    await rm(this.path, { recursive: true });
  }

  /** Everything installed, `model` drawing new faces; close it after the test. */
  async open(model: string): Promise<RoutingGenerator> {
    const settings = { modelsFolder: this.path, model, device: 'cpu', workers: 1 } as const;
    const { own, others } = await createGenerators({ settings, log: SILENT });
    return new RoutingGenerator(own, others);
  }
}

/** The tiny model with pulls of 64 pixels, so that a face can be drawn larger: 256. */
export async function openEnlarging(): Promise<PortraitGenerator> {
  const models = await ModelsFolder.create();
  await models.add('tiny', { portraitSizePx: 64 });
  const generator = await models.open('tiny');
  await models.remove();
  return generator;
}
