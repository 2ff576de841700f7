import { z } from 'zod';

/** The manifest schema that this program reads. Raise it when a field changes its meaning. */
export const MANIFEST_SCHEMA_VERSION = 1;

/** Dimensions; null is the batch, free to vary. */
const shape = z.array(z.int().positive().nullable()).min(2).readonly();

const graphFile = z.object({
  file: z.string().regex(/^[\w-][\w.-]*\.onnx$/, 'a file name that ends in .onnx, without folders'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, '64 lower-case hexadecimal digits'),
  bytes: z.int().positive(),
});

const stage = graphFile.extend({
  role: z.enum(['generator', 'upscaler']),
  int8: graphFile.optional(),
  inputs: z.record(z.string(), shape),
  output: z.object({ name: z.string(), shape }),
  imageSizePx: z.int().positive().max(2048),
});

const group = z.object({
  name: z.string(),
  values: z.array(z.string()).min(2).max(36).readonly(),
});

const fields = z.object({
  schemaVersion: z.literal(MANIFEST_SCHEMA_VERSION),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'lower-case letters, digits and hyphens'),
  version: z.string().regex(/^\d+\.\d+\.\d+([-+][\w.-]+)?$/, 'a version such as 1.2.3'),
  name: z.string(),
  license: z.object({
    name: z.string(),
    nonCommercial: z.boolean(),
    text: z.string().optional(),
  }),
  provenance: z.string(),
  vocabularyVersion: z.int().positive(),
  latentSize: z.int().positive().max(4096),
  groups: z.array(group).min(1).readonly(),
  prior: z.object({
    type: z.literal('exemplars'),
    rows: z
      .array(z.string().regex(/^[0-9a-z]+$/))
      .min(1)
      .readonly(),
  }),
  stages: z.array(stage).min(1).max(2).readonly(),
  portraitSizePx: z.int().positive().optional(),
  evaluation: z.record(z.string(), z.unknown()).optional(),
  truncation: z.number().positive().max(2).default(1),
});

/** models/<id>/model.json, checked in itself; the files and the vocabulary are checked on loading. */
export const manifestSchema = fields.superRefine((manifest, check) => {
  for (const issue of [...findPriorIssues(manifest), ...findStageIssues(manifest)]) {
    check.addIssue({ code: 'custom', path: [...issue.path], message: issue.message });
  }
});

/**
 * A `model.json` that has passed {@link manifestSchema}: which groups the model knows, in the order of
 * their blocks in φ, what is drawn for those left unnamed (`prior`), the graphs to run one after another,
 * and which of their sizes a pull has (`portraitSizePx`; others are drawn where asked for).
 */
export type ModelManifest = Readonly<z.infer<typeof fields>>;
/**
 * One ONNX graph, float32 in and out, N free: the generator's z [N, latentSize] and phi [N, P] to rgb
 * [N, 3, S, S] in −1…1, S being `imageSizePx`; the upscaler's rgb to a larger one. `int8` is the same
 * network in 8-bit integers, float32 in and out too: six tenths of the time on a CPU, and not to be told apart by eye.
 */
export type ModelStage = ModelManifest['stages'][number];
/** A file of a model's folder that holds a graph. */
export type GraphFile = Readonly<z.infer<typeof graphFile>>;
/** An attribute group with the values that this model was trained on: one place each in the group's block of φ. */
export type ModelGroup = ModelManifest['groups'][number];

/** Side of a pulled picture: `portraitSizePx`, else whatever the last stage draws. */
export function portraitSizeOf(manifest: ModelManifest): number {
  return manifest.portraitSizePx ?? largestSizeOf(manifest);
}

/** Side of the largest picture that the model draws. */
export function largestSizeOf({ stages }: ModelManifest): number {
  return Math.max(...stages.map(({ imageSizePx }) => imageSizePx));
}

/** Every file that a manifest names. */
export function graphFiles({ stages }: ModelManifest): readonly GraphFile[] {
  return stages.flatMap((each) => (each.int8 ? [each, each.int8] : [each]));
}

/** P, the length of φ: the groups' blocks one after the other. */
export function embeddingSize(groups: readonly ModelGroup[]): number {
  return groups.reduce((sum, { values }) => sum + values.length, 0);
}

interface Issue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

function findPriorIssues({ groups, prior }: ModelManifest): Issue[] {
  const bad = prior.rows.findIndex((row) => !isPriorRow(row, groups));
  if (bad < 0) return [];
  const message = `expected ${groups.length} base-36 indices, one a group and within its values, got "${prior.rows[bad]}"`;
  return [{ path: ['prior', 'rows', bad], message }];
}

function isPriorRow(row: string, groups: readonly ModelGroup[]): boolean {
  if (row.length !== groups.length) return false;
  return groups.every(({ values }, at) => Number.parseInt(row.charAt(at), 36) < values.length);
}

function findStageIssues(manifest: ModelManifest): Issue[] {
  const [generator, upscaler] = manifest.stages;
  const phi = embeddingSize(manifest.groups);
  return [
    ...findStageIssue(manifest, 0, {
      role: 'generator',
      inputs: { z: [null, manifest.latentSize], phi: [null, phi] },
    }),
    ...(upscaler && generator
      ? findStageIssue(manifest, 1, {
          role: 'upscaler',
          inputs: { rgb: pictureShape(generator.imageSizePx) },
        })
      : []),
    ...findSizeIssue(manifest),
  ];
}

function findSizeIssue({ stages, portraitSizePx }: ModelManifest): Issue[] {
  const sizes = stages.map(({ imageSizePx }) => imageSizePx);
  if (portraitSizePx === undefined || sizes.includes(portraitSizePx)) return [];
  const message = `expected the size of a stage (${sizes.join(' or ')}), got ${portraitSizePx}`;
  return [{ path: ['portraitSizePx'], message }];
}

interface ExpectedStage {
  readonly role: ModelStage['role'];
  readonly inputs: ModelStage['inputs'];
}

function findStageIssue(manifest: ModelManifest, at: number, expected: ExpectedStage): Issue[] {
  const found = manifest.stages[at];
  if (!found) return [];
  const wanted = { ...expected, output: pictureShape(found.imageSizePx) };
  const got = { role: found.role, inputs: found.inputs, output: found.output.shape };
  const differing = Object.entries(wanted).find(
    ([key, value]) => canonical(value) !== canonical(got[key as keyof typeof got]),
  );
  if (!differing) return [];
  const [key, value] = differing;
  const message = `expected ${canonical(value)}, got ${canonical(got[key as keyof typeof got])}`;
  return [{ path: ['stages', at, key], message }];
}

/** [batch, channels, height, width] of RGB pictures. */
function pictureShape(sizePx: number): readonly (number | null)[] {
  return [null, 3, sizePx, sizePx];
}

/** JSON with sorted keys, so that the order of inputs does not matter. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return JSON.stringify(value);
  }
  return JSON.stringify(Object.fromEntries(Object.entries(value).sort(byKey)));
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
