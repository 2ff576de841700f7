import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { vocabulary } from '../attributes/vocabulary.js';
import { ModelLoadError } from '../errors/app-error.js';
import type { InferenceLog } from './inference-log.js';
import { layoutKey } from './layout-version.js';
import {
  MANIFEST_SCHEMA_VERSION,
  graphFiles,
  manifestSchema,
  type GraphFile,
  type ModelManifest,
} from './manifest.js';

const MANIFEST_FILE = 'model.json';

/** A model whose manifest and file sizes have been checked; contents by {@link verifyModelFiles}. */
export interface InstalledModel {
  /** Absolute. */
  readonly folder: string;
  readonly manifest: ModelManifest;
}

/**
 * Finds the model to draw with: `wanted` (an id in `modelsFolder`, or a path), else the first
 * folder there, by name, that holds a manifest.
 * @throws ModelLoadError when there is none.
 */
export async function findModelFolder(modelsFolder: string, wanted?: string): Promise<string> {
  if (wanted !== undefined) {
    return wanted.includes('/') || wanted.includes(path.sep)
      ? path.resolve(wanted)
      : path.resolve(modelsFolder, wanted);
  }
  const [first] = await listModelFolders(modelsFolder);
  if (first !== undefined) return first;
  throw new ModelLoadError(
    'model-folder-missing',
    `expected a model (a folder with ${MANIFEST_FILE}) in ${modelsFolder}, found none; ` +
      'the repository carries one in models/, or train one (training/README.md) and name it with MUGEN_MODEL',
    { context: { folder: modelsFolder } },
  );
}

/** Absolute paths of the folders in `modelsFolder` that hold a manifest, sorted by name. */
export async function listModelFolders(modelsFolder: string): Promise<string[]> {
  const entries = await readdir(modelsFolder, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => !entry.isFile()).map(({ name }) => name);
  const found = await Promise.all(
    folders.sort().map(async (name) => {
      const folder = path.resolve(modelsFolder, name);
      return (await isFile(path.join(folder, MANIFEST_FILE))) ? [folder] : [];
    }),
  );
  return found.flat();
}

/**
 * The model to draw new faces with, and those installed beside it. Another model that cannot be read, or has
 * the layout of one before it, is left out and logged: new faces do not depend on it.
 * @throws ModelLoadError about the first
 */
export async function loadModels(
  { modelsFolder, model }: { readonly modelsFolder: string; readonly model?: string | undefined },
  log: Pick<InferenceLog, 'warn'>,
): Promise<readonly [InstalledModel, ...InstalledModel[]]> {
  const own = await loadModel(await findModelFolder(modelsFolder, model));
  const folders = await listModelFolders(modelsFolder);
  const others: InstalledModel[] = [];
  for (const folder of folders.filter((each) => each !== own.folder)) {
    // One after the other: there are few, and the order decides between two of one layout.
    // oxlint-disable-next-line no-await-in-loop
    const found = await loadModel(folder).catch((error: unknown) => {
      log.warn({ err: error, folder }, 'a model beside the one in use cannot be read; left out');
    });
    if (found === undefined) continue;
    const key = layoutKey(found.manifest);
    const twin = [own, ...others].find(({ manifest }) => layoutKey(manifest) === key);
    if (twin === undefined) others.push(found);
    else log.warn({ folder, inUse: twin.folder }, 'two models have one layout; one is left out');
  }
  return [own, ...others];
}

/**
 * Reads and checks a model's manifest, and that its files are there at the size it says. Reads no
 * weights, so it costs a few milliseconds.
 * @throws ModelLoadError that says what was expected, what was found and what to do.
 */
export async function loadModel(folder: string): Promise<InstalledModel> {
  const file = path.join(folder, MANIFEST_FILE);
  const manifest = parseManifest(await readManifest(file), file);
  checkVocabulary(manifest, file);
  await Promise.all(
    graphFiles(manifest).map((graph) => checkSize(path.join(folder, graph.file), graph)),
  );
  return { folder: path.resolve(folder), manifest };
}

/**
 * Compares each file's SHA-256 with the manifest's. Hashes on the thread pool, so that it runs
 * beside the workers' start instead of before it.
 * @throws ModelLoadError `model-file-damaged`
 */
export async function verifyModelFiles({ folder, manifest }: InstalledModel): Promise<void> {
  await Promise.all(
    graphFiles(manifest).map(async (graph) => {
      const file = path.join(folder, graph.file);
      const digest = await crypto.subtle.digest('SHA-256', await readFile(file));
      const found = Buffer.from(digest).toString('hex');
      if (found !== graph.sha256) throw damaged(file, `SHA-256 ${graph.sha256}`, found);
    }),
  );
}

async function readManifest(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ModelLoadError(
      'model-manifest-missing',
      `expected a manifest at ${file}, could not read it; check MUGEN_MODEL, or restore the model's folder`,
      { context: { file }, cause },
    );
  });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ModelLoadError(
      'model-manifest-unreadable',
      `expected JSON in ${file}, got something else; restore the file or export the model again`,
      { context: { file }, cause },
    );
  }
}

const versioned = z.object({ schemaVersion: z.unknown() });

function parseManifest(json: unknown, file: string): ModelManifest {
  const version = versioned.safeParse(json).data?.schemaVersion;
  if (typeof version === 'number' && version !== MANIFEST_SCHEMA_VERSION) {
    const remedy =
      version > MANIFEST_SCHEMA_VERSION ? 'update this program' : 'export the model again';
    throw new ModelLoadError(
      'model-version-unknown',
      `expected schemaVersion ${MANIFEST_SCHEMA_VERSION} in ${file}, got ${version}; ${remedy}`,
      { context: { file, expected: MANIFEST_SCHEMA_VERSION, got: version } },
    );
  }
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new ModelLoadError(
    'model-manifest-invalid',
    `${file} does not follow the manifest's schema; export the model again, or correct:\n${z.prettifyError(parsed.error)}`,
    { context: { file }, cause: parsed.error },
  );
}

function checkVocabulary(manifest: ModelManifest, file: string): void {
  const known = new Map<string, readonly string[]>(
    vocabulary.groups.map(({ name, values }) => [name, values]),
  );
  const problem =
    manifest.vocabularyVersion <= vocabulary.version
      ? manifest.groups.map((group) => findGroupProblem(group, known.get(group.name))).find(Boolean)
      : `vocabulary version ${manifest.vocabularyVersion} where this program has ${vocabulary.version}`;
  if (problem === undefined) return;
  throw new ModelLoadError(
    'model-vocabulary-mismatch',
    `expected the groups of src/attributes/vocabulary.json in ${file}, got ${problem}; ` +
      'export the model again with the vocabulary of this version',
    { context: { file, problem } },
  );
}

function findGroupProblem(
  group: { name: string; values: readonly string[] },
  known: readonly string[] | undefined,
): string | undefined {
  if (!known) return `an unknown group "${group.name}"`;
  const value = group.values.find((candidate) => !known.includes(candidate));
  if (value !== undefined) return `an unknown value "${value}" of "${group.name}"`;
  if (new Set(group.values).size < group.values.length) return `"${group.name}" with a value twice`;
  return undefined;
}

async function checkSize(file: string, { bytes }: GraphFile): Promise<void> {
  const found = await stat(file).catch((cause: unknown) => {
    throw new ModelLoadError(
      'model-file-missing',
      `expected ${file} (${bytes} bytes), could not find it; restore the model's folder ` +
        '(with Git LFS: git lfs pull)',
      { context: { file }, cause },
    );
  });
  if (found.size !== bytes) throw damaged(file, `${bytes} bytes`, `${found.size} bytes`);
}

function damaged(file: string, expected: string, got: string): ModelLoadError {
  return new ModelLoadError(
    'model-file-damaged',
    `expected ${expected} for ${file}, got ${got}; fetch the file again ` +
      '(git checkout, or git lfs pull), or export the model again so that model.json fits it',
    { context: { file, expected, got } },
  );
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}
