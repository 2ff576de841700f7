import { createHash } from 'node:crypto';
import { base58 } from '@scure/base';
import { BitReader, BitWriter } from './bit-stream.js';
import { compatibleVersions } from './compatible-versions.js';
import { UNITS, type EmbeddingUnits } from './embedding-units.js';
import type { LatentRecipe } from './latent-recipe.js';

/** `mg`, then the version of the format. */
const PREFIX = 'mg1';
const PATTERN = /(?<![0-9A-Za-z])mg1[1-9A-HJ-NP-Za-km-z]{12,600}(?![0-9A-Za-z])/g;
const WHOLE = /^mg1[1-9A-HJ-NP-Za-km-z]{12,600}$/;
const CHECKSUM_BYTES = 3;
const DIGEST_BYTES = 3;
/** Deeper trees are not written, and a code that claims one is not read. */
const MAX_DEPTH = 24;
const MAX_GROUP_VALUES = 36;
/** A tree of a few seeds is always kept, also on a tiny model. */
const MIN_TREE_BYTES = 32;

/** The model's layout, which a share code is read and written against. */
export interface CodeModel {
  readonly id: string;
  readonly version: string;
  readonly latentSize: number;
  /** Number of values of each group, in φ's order. */
  readonly groupSizes: readonly number[];
}

/** All that a given model needs to draw a portrait again. */
export interface CodedRecipe {
  readonly latent: LatentRecipe;
  readonly units: EmbeddingUnits;
}

/** The decoded recipe, or the reason why a code cannot be read. */
export type DecodedCode =
  | { readonly outcome: 'decoded'; readonly recipe: CodedRecipe }
  | { readonly outcome: 'unreadable' }
  | { readonly outcome: 'other-model' };

/**
 * A recipe as some 25 letters and digits for a pull, 30 to 70 for its relatives:
 *
 *     mg1 base58( model 3 bytes | φ | z | checksum 3 bytes )
 *
 * model: hash of id and version; those of one layout read each other's ({@link compatibleVersions}). φ: a group is one bit, then either the index of its only value, or
 * a bit a value and 8 bits of weight for each but the last. z: 2 bits, then a seed (32 bits), a
 * variation (strength, length of its seed, seed, z), a blend (8 bits of ratio, z, z), or 8 bits a
 * number.
 */
export function encodeShareCode({ latent, units }: CodedRecipe, model: CodeModel): string {
  const writer = new BitWriter();
  for (const group of units) writeGroup(writer, group);
  writeLatent(writer, latent);
  const body = Buffer.concat([modelDigest(model), writer.toBytes()]);
  return PREFIX + base58.encode(Buffer.concat([body, checksum(body)]));
}

/** True if the latent's tree is smaller than z's own numbers. */
export function isCompact(latent: LatentRecipe, latentSize: number): boolean {
  const writer = new BitWriter();
  if (depthOf(latent) > MAX_DEPTH) return false;
  writeLatent(writer, latent);
  return writer.toBytes().length <= Math.max(latentSize, MIN_TREE_BYTES);
}

/** Never throws, whatever the text. */
export function decodeShareCode(text: string, model: CodeModel): DecodedCode {
  const body = readBody(text);
  if (!body) return { outcome: 'unreadable' };
  if (!readableDigests(model).has(digestKey(body))) return { outcome: 'other-model' };
  try {
    const reader = new BitReader(body.subarray(DIGEST_BYTES));
    const units = model.groupSizes.map((size) => readGroup(reader, size));
    const latent = readLatent(reader, { size: model.latentSize, depth: 0 });
    return reader.isAtEnd()
      ? { outcome: 'decoded', recipe: { latent, units } }
      : { outcome: 'unreadable' };
  } catch (error) {
    if (error instanceof RangeError) return { outcome: 'unreadable' };
    throw error;
  }
}

/** The first share code in a text whose checksum is right. */
export function findShareCode(text: string): string | undefined {
  return text.match(PATTERN)?.find((candidate) => readBody(candidate) !== undefined);
}

function readBody(text: string): Uint8Array | undefined {
  if (!WHOLE.test(text)) return undefined;
  const bytes = base58.decode(text.slice(PREFIX.length));
  if (bytes.length < DIGEST_BYTES + 1 + CHECKSUM_BYTES) return undefined;
  const body = bytes.subarray(0, -CHECKSUM_BYTES);
  return checksum(body).equals(bytes.subarray(-CHECKSUM_BYTES)) ? body : undefined;
}

function modelDigest({ id, version }: Pick<CodeModel, 'id' | 'version'>): Buffer {
  return createHash('sha256').update(`${id}@${version}`).digest().subarray(0, DIGEST_BYTES);
}

const readable = new WeakMap<CodeModel, ReadonlySet<number>>();

function readableDigests(model: CodeModel): ReadonlySet<number> {
  const known = readable.get(model);
  if (known !== undefined) return known;
  const { id, version: own } = model;
  const versions = [own, ...compatibleVersions(own)];
  const digests = new Set(versions.map((version) => digestKey(modelDigest({ id, version }))));
  readable.set(model, digests);
  return digests;
}

function digestKey(bytes: Uint8Array): number {
  return Buffer.from(bytes).readUIntBE(0, DIGEST_BYTES);
}

function checksum(body: Uint8Array): Buffer {
  return createHash('sha256').update(PREFIX).update(body).digest().subarray(0, CHECKSUM_BYTES);
}

function indexWidth(size: number): number {
  return Math.max(1, Math.ceil(Math.log2(size)));
}

function writeGroup(writer: BitWriter, units: readonly number[]): void {
  const only = units.indexOf(UNITS);
  writer.write(only < 0 ? 1 : 0, 1);
  if (only >= 0) {
    writer.write(only, indexWidth(units.length));
    return;
  }
  for (const unit of units) writer.write(unit > 0 ? 1 : 0, 1);
  for (const unit of units.filter((value) => value > 0).slice(0, -1)) writer.write(unit, 8);
}

function readGroup(reader: BitReader, size: number): number[] {
  if (size > MAX_GROUP_VALUES) throw new RangeError('a group has too many values');
  const units = Array.from({ length: size }, () => 0);
  if (reader.read(1) === 0) {
    const only = reader.read(indexWidth(size));
    if (only >= size) throw new RangeError('a value that the group lacks');
    units[only] = UNITS;
    return units;
  }
  const present = units.map((_, at) => at).filter(() => reader.read(1) === 1);
  let left = UNITS;
  for (const at of present.slice(0, -1)) {
    const unit = reader.read(8);
    units[at] = unit;
    left -= unit;
  }
  const last = present.at(-1);
  if (last === undefined || left <= 0) throw new RangeError('weights that do not add up');
  units[last] = left;
  return units;
}

const KINDS = ['seed', 'variation', 'blend', 'numbers'] as const;

function writeLatent(writer: BitWriter, latent: LatentRecipe): void {
  writer.write(KINDS.indexOf(latent.kind), 2);
  switch (latent.kind) {
    case 'seed':
      writer.write(latent.seed, 32);
      return;
    case 'variation': {
      const width = latent.seed < 0x1_0000 ? 16 : 32;
      writer.write(latent.amount === 'strong' ? 1 : 0, 1);
      writer.write(width === 32 ? 1 : 0, 1);
      writer.write(latent.seed, width);
      writeLatent(writer, latent.of);
      return;
    }
    case 'blend':
      writer.write(latent.ratioUnits, 8);
      writeLatent(writer, latent.first);
      writeLatent(writer, latent.second);
      return;
    case 'numbers':
      for (const step of latent.steps) writer.write(step & 0xff, 8);
  }
}

interface LatentPlace {
  readonly size: number;
  readonly depth: number;
}

function readLatent(reader: BitReader, { size, depth }: LatentPlace): LatentRecipe {
  if (depth > MAX_DEPTH) throw new RangeError('too many generations');
  const below = { size, depth: depth + 1 };
  const kind = KINDS[reader.read(2)] ?? 'seed';
  switch (kind) {
    case 'seed':
      return { kind: 'seed', seed: reader.read(32) };
    case 'variation': {
      const amount = reader.read(1) === 1 ? 'strong' : 'subtle';
      const seed = reader.read(reader.read(1) === 1 ? 32 : 16);
      return { kind: 'variation', amount, seed, of: readLatent(reader, below) };
    }
    case 'blend': {
      const ratioUnits = reader.read(8);
      if (ratioUnits > UNITS) throw new RangeError('a ratio above one');
      const first = readLatent(reader, below);
      return { kind: 'blend', ratioUnits, first, second: readLatent(reader, below) };
    }
    case 'numbers':
      return { kind: 'numbers', steps: Int8Array.from({ length: size }, () => reader.read(8)) };
  }
}

function depthOf(latent: LatentRecipe): number {
  switch (latent.kind) {
    case 'variation':
      return 1 + depthOf(latent.of);
    case 'blend':
      return 1 + Math.max(depthOf(latent.first), depthOf(latent.second));
    case 'seed':
    case 'numbers':
      return 0;
  }
}
