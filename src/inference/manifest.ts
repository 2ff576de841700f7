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
  role: z.enum(['generator', 'upscaler', 'encoder']),
  int8: graphFile.optional(),
  doubtfulDistance: z.number().positive().optional(),
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
  stages: z.array(stage).min(1).max(3).readonly(),
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
 * The encoder, always last, goes the other way: rgb [N, 3, S, S] and sharpness [N, 1] to {@link READING_PARTS}.
 * `doubtfulDistance`, the encoder's: how far a redrawn face may be from the picture and is still as likely as not in it.
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
export function largestSizeOf(manifest: ModelManifest): number {
  return Math.max(...drawingStages(manifest).map(({ imageSizePx }) => imageSizePx));
}

/**
 * Columns of the encoder's output behind z [latentSize] and φ [P]: the frame of the face within the picture (centre x, y
 * from the middle and the logarithms of width and height, in widths of the picture), and the logit of there being a face.
 */
export const READING_PARTS = { frame: 4, face: 1 } as const;

/** The stages that draw, in order. */
export function drawingStages({ stages }: ModelManifest): readonly ModelStage[] {
  return stages.filter(({ role }) => role !== 'encoder');
}

/** The stage that reads z and φ from a picture; undefined where the model has none. */
export function findEncoder({ stages }: ModelManifest): ModelStage | undefined {
  return stages.find(({ role }) => role === 'encoder');
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
  const { stages } = manifest;
  const encoder = findEncoder(manifest);
  const drawing = encoder === stages.at(-1) ? stages.slice(0, encoder ? -1 : undefined) : stages;
  const expected = [
    ...expectDrawing(manifest, drawing.length),
    ...expectReading(manifest, encoder),
  ];
  return [
    ...stages.flatMap((found, at) => findStageIssue(found, at, expected[at])),
    ...findSizeIssue(manifest),
  ];
}

function findSizeIssue(manifest: ModelManifest): Issue[] {
  const { portraitSizePx } = manifest;
  const sizes = drawingStages(manifest).map(({ imageSizePx }) => imageSizePx);
  if (portraitSizePx === undefined || sizes.includes(portraitSizePx)) return [];
  const message = `expected the size of a stage (${sizes.join(' or ')}), got ${portraitSizePx}`;
  return [{ path: ['portraitSizePx'], message }];
}

interface ExpectedStage {
  readonly role: ModelStage['role'];
  readonly inputs: ModelStage['inputs'];
  readonly output: readonly (number | null)[];
}

function expectDrawing(
  { stages, latentSize, groups }: ModelManifest,
  count: number,
): ExpectedStage[] {
  const sizeOf = (at: number): number => stages[at]?.imageSizePx ?? 0;
  const inputs = { z: [null, latentSize], phi: [null, embeddingSize(groups)] };
  const generator = { role: 'generator', inputs, output: pictureShape(sizeOf(0)) } as const;
  if (count < 2) return [generator];
  const upscaler = { role: 'upscaler', inputs: { rgb: pictureShape(sizeOf(0)) } } as const;
  return [generator, { ...upscaler, output: pictureShape(sizeOf(1)) }];
}

function expectReading(
  { latentSize, groups }: ModelManifest,
  encoder: ModelStage | undefined,
): ExpectedStage[] {
  if (!encoder) return [];
  const size = latentSize + embeddingSize(groups) + READING_PARTS.frame + READING_PARTS.face;
  const inputs = { rgb: pictureShape(encoder.imageSizePx), sharpness: [null, 1] };
  return [{ role: 'encoder', inputs, output: [null, size] }];
}

function findStageIssue(found: ModelStage, at: number, wanted: ExpectedStage | undefined): Issue[] {
  if (!wanted) {
    const message = 'expected a generator, then an upscaler or none, then an encoder or none';
    return [{ path: ['stages', at, 'role'], message }];
  }
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
