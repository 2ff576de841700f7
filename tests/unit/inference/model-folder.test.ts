import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  findModelFolder,
  listModelFolders,
  loadModel,
  loadModels,
  verifyModelFiles,
} from '../../../src/inference/model-folder.js';
import { largestSizeOf, portraitSizeOf } from '../../../src/inference/manifest.js';
import { TINY_MODEL_FOLDER, buildTinyModel } from '../../support/tiny-model/tiny-model.js';

let models: string;
let folder: string;

beforeEach(async () => {
  models = await mkdtemp(path.join(tmpdir(), 'mugen-models-'));
  folder = path.join(models, 'tiny-model');
  await cp(TINY_MODEL_FOLDER, folder, { recursive: true });
});

afterEach(async () => {
  await rm(models, { recursive: true });
});

type Json = Record<string, unknown>;

async function editManifest(edit: (manifest: Json) => void): Promise<void> {
  const file = path.join(folder, 'model.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Json;
  edit(manifest);
  await writeFile(file, JSON.stringify(manifest));
}

describe('the committed tiny model', () => {
  it('is what its script writes', async () => {
    for (const [name, bytes] of buildTinyModel()) {
      expect(Buffer.compare(await readFile(path.join(TINY_MODEL_FOLDER, name)), bytes)).toBe(0);
    }
  });
});

describe('loadModel', () => {
  it('loads a sound model', async () => {
    const installed = await loadModel(folder);
    await verifyModelFiles(installed);
    expect(installed.manifest.stages.map(({ role }) => role)).toEqual([
      'generator',
      'upscaler',
      'encoder',
    ]);
  });

  it('takes the size of a pull from the manifest, else from the last stage', async () => {
    expect(portraitSizeOf((await loadModel(folder)).manifest)).toBe(256);
    await editManifest((manifest) => (manifest['portraitSizePx'] = 64));
    const { manifest } = await loadModel(folder);
    expect([portraitSizeOf(manifest), largestSizeOf(manifest)]).toEqual([64, 256]);
    await editManifest((changed) => (changed['portraitSizePx'] = 128));
    await expect(loadModel(folder)).rejects.toMatchObject({ code: 'model-manifest-invalid' });
  });

  it('accepts a single stage at 256', async () => {
    await editManifest((manifest) => {
      const [generator] = manifest['stages'] as Json[];
      const output = { name: 'rgb', shape: [null, 3, 256, 256] };
      manifest['stages'] = [{ ...generator, imageSizePx: 256, output }];
    });
    const { manifest } = await loadModel(folder);
    expect(manifest.stages).toHaveLength(1);
  });

  it('says so when there is no manifest', async () => {
    await rm(path.join(folder, 'model.json'));
    await expect(loadModel(folder)).rejects.toMatchObject({ code: 'model-manifest-missing' });
  });

  it('says so when the manifest is not JSON', async () => {
    await writeFile(path.join(folder, 'model.json'), '<html>');
    await expect(loadModel(folder)).rejects.toMatchObject({ code: 'model-manifest-unreadable' });
  });

  it.each([
    [2, 'update this program'],
    [0, 'export the model again'],
  ])('says what to do about schema version %i', async (version, remedy) => {
    await editManifest((manifest) => {
      manifest['schemaVersion'] = version;
    });
    await expect(loadModel(folder)).rejects.toMatchObject({
      code: 'model-version-unknown',
      message: expect.stringContaining(remedy),
    });
  });

  it.each<[string, (manifest: Json) => void, RegExp]>([
    ['a field that is missing', (manifest) => delete manifest['prior'], /prior/],
    ['a path for a file', (manifest) => setStage(manifest, 'file', '../evil.onnx'), /file/],
    ['a hash that is none', (manifest) => setStage(manifest, 'sha256', 'abc'), /sha256/],
    [
      'a prior that names no value',
      (manifest) => {
        manifest['prior'] = { type: 'exemplars', rows: ['zzzzzzzzzzzzzz'] };
      },
      /prior.*within its values|within its values[^]*prior/,
    ],
    [
      'a latent size that is not its generator’s',
      (manifest) => {
        manifest['latentSize'] = 17;
      },
      /expected .*17.* got .*16/,
    ],
  ])('refuses %s', async (_, edit, message) => {
    await editManifest(edit);
    await expect(loadModel(folder)).rejects.toMatchObject({
      code: 'model-manifest-invalid',
      message: expect.stringMatching(message),
    });
  });

  it.each<[string, (manifest: Json) => void]>([
    ['another vocabulary', (manifest) => void (manifest['vocabularyVersion'] = 9)],
    ['an unknown group', (manifest) => setGroup(manifest, 'name', 'wings')],
    [
      'an unknown value',
      (manifest) => setGroup(manifest, 'values', [...HAIR_COLORS.slice(1), 'plaid']),
    ],
    [
      'a value twice',
      (manifest) => setGroup(manifest, 'values', [...HAIR_COLORS.slice(1), 'black']),
    ],
  ])('refuses %s', async (_, edit) => {
    await editManifest(edit);
    await expect(loadModel(folder)).rejects.toMatchObject({ code: 'model-vocabulary-mismatch' });
  });

  it('loads a model of an older vocabulary', async () => {
    await editManifest((manifest) => void (manifest['vocabularyVersion'] = 1));
    await expect(loadModel(folder)).resolves.toMatchObject({ folder });
  });

  it('says which file is missing', async () => {
    await rm(path.join(folder, 'upscaler.onnx'));
    await expect(loadModel(folder)).rejects.toMatchObject({
      code: 'model-file-missing',
      message: expect.stringContaining('upscaler.onnx'),
    });
  });

  it('says which file is truncated', async () => {
    await truncate(path.join(folder, 'generator.onnx'), 1000);
    await expect(loadModel(folder)).rejects.toMatchObject({
      code: 'model-file-damaged',
      message: expect.stringMatching(/expected \d+ bytes .*generator.onnx, got 1000 bytes/),
    });
  });
});

describe('verifyModelFiles', () => {
  it('notices one changed byte', async () => {
    const file = path.join(folder, 'generator.onnx');
    const bytes = await readFile(file);
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    await writeFile(file, bytes);
    const installed = await loadModel(folder);
    await expect(verifyModelFiles(installed)).rejects.toMatchObject({ code: 'model-file-damaged' });
  });

  it('looks at graphs of 8-bit integers too', async () => {
    const bytes = await readFile(path.join(folder, 'generator.onnx'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await editManifest((manifest) => {
      setStage(manifest, 'int8', { file: 'small.onnx', sha256, bytes: bytes.length });
    });
    await expect(loadModel(folder)).rejects.toMatchObject({ code: 'model-file-missing' });
    await writeFile(path.join(folder, 'small.onnx'), bytes);
    await verifyModelFiles(await loadModel(folder));
    await writeFile(path.join(folder, 'small.onnx'), bytes.fill(0, 5000, 5100));
    const installed = await loadModel(folder);
    await expect(verifyModelFiles(installed)).rejects.toMatchObject({
      code: 'model-file-damaged',
      message: expect.stringContaining('small.onnx'),
    });
  });
});

describe('findModelFolder', () => {
  it('takes the first that holds a manifest', async () => {
    await mkdir(path.join(models, 'empty'));
    await cp(TINY_MODEL_FOLDER, path.join(models, 'second-model'), { recursive: true });
    expect(await findModelFolder(models)).toBe(path.join(models, 'second-model'));
    expect(await listModelFolders(models)).toHaveLength(2);
  });

  it('takes the one that is asked for, by id or by path', async () => {
    expect(await findModelFolder(models, 'tiny-model')).toBe(folder);
    expect(await findModelFolder('elsewhere', folder)).toBe(folder);
  });

  it('says what to do when there is none', async () => {
    await expect(findModelFolder(path.join(models, 'nowhere'))).rejects.toMatchObject({
      code: 'model-folder-missing',
      message: expect.stringContaining('MUGEN_MODEL'),
    });
  });
});

const HAIR_COLORS = [
  'aqua',
  'black',
  'blonde',
  'blue',
  'brown',
  'gray',
  'green',
  'orange',
  'pink',
  'purple',
  'red',
  'silver',
  'white',
];

function setStage(manifest: Json, key: string, value: unknown): void {
  const [generator] = manifest['stages'] as Json[];
  if (generator) generator[key] = value;
}

function setGroup(manifest: Json, key: string, value: unknown): void {
  const [hairColor] = manifest['groups'] as Json[];
  if (hairColor) hairColor[key] = value;
}

describe('loadModels', () => {
  it('finds the others beside the one that draws, one for each layout, without those it cannot read', async () => {
    const copyAs = async (name: string, changed: Json): Promise<void> => {
      const target = path.join(models, name);
      await cp(folder, target, { recursive: true });
      const file = path.join(target, 'model.json');
      const manifest = JSON.parse(await readFile(file, 'utf8')) as Json;
      await writeFile(file, JSON.stringify({ ...manifest, ...changed }));
    };
    await copyAs('major', { version: '1.4.0' });
    await copyAs('major-older', { version: '1.3.0' });
    await copyAs('other', { id: 'other' });
    await copyAs('unreadable', { groups: [] });
    const warnings: object[] = [];
    const log = { warn: (fields: object) => void warnings.push(fields) };
    const found = await loadModels({ modelsFolder: models, model: 'other' }, log);
    expect(found.map(({ folder: each }) => path.basename(each))).toEqual([
      'other',
      'major',
      'tiny-model',
    ]);
    expect(warnings).toHaveLength(2);
  });
});
