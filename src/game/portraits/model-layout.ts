import {
  findHeaviestValue,
  type AttributeRequest,
  type SoftAssignment,
} from '../../attributes/attribute-request.js';
import { findNamedBlock } from '../../attributes/embedding.js';
import { GROUP_NAMES, isGroupName, type GroupName } from '../../attributes/vocabulary.js';
import {
  embeddingSize,
  largestSizeOf,
  portraitSizeOf,
  type ModelManifest,
} from '../../inference/manifest.js';
import { toUnits, UNITS, type EmbeddingUnits } from '../share-code/embedding-units.js';
import type { CodeModel } from '../share-code/share-code.js';

/** An embedding changed by a request, and the groups that changed. */
export interface RequestedEmbedding {
  readonly units: EmbeddingUnits;
  /** Groups of the model that the request names. */
  readonly named: readonly GroupName[];
}

/** How an installed model's φ is laid out, and back. */
export class ModelLayout {
  readonly manifest: ModelManifest;
  readonly codeModel: CodeModel;

  constructor(manifest: ModelManifest) {
    this.manifest = manifest;
    this.codeModel = {
      id: manifest.id,
      version: manifest.version,
      latentSize: manifest.latentSize,
      groupSizes: manifest.groups.map(({ values }) => values.length),
    };
  }

  /** Groups that people can name, with their values. */
  get groups(): readonly { readonly name: GroupName; readonly values: readonly string[] }[] {
    return this.manifest.groups.flatMap(({ name, values }) =>
      isGroupName(name) ? [{ name, values }] : [],
    );
  }

  /** True if it draws larger pictures than a pull's. */
  get canEnlarge(): boolean {
    return largestSizeOf(this.manifest) > portraitSizeOf(this.manifest);
  }

  /** φ [embedding size] -> units a group */
  toUnits(phi: Float32Array): EmbeddingUnits {
    let at = 0;
    return this.manifest.groups.map(({ values }) => {
      const block = phi.subarray(at, at + values.length);
      at += values.length;
      return toUnits(block);
    });
  }

  /** units a group -> φ [embedding size] */
  toPhi(units: EmbeddingUnits): Float32Array {
    return Float32Array.from(units.flat(), (unit) => unit / UNITS);
  }

  /** φ of another layout (another model's portrait) cannot be read: undefined. */
  describe(phi: Float32Array): Partial<Record<GroupName, SoftAssignment>> | undefined {
    if (phi.length !== embeddingSize(this.manifest.groups)) return undefined;
    const units = this.toUnits(phi);
    const described: Partial<Record<GroupName, SoftAssignment>> = {};
    for (const [index, { name, values }] of this.manifest.groups.entries()) {
      if (!isGroupName(name)) continue;
      const block = units[index] ?? [];
      const weights = values.map((value, at) => [value, (block[at] ?? 0) / UNITS] as const);
      described[name] = Object.fromEntries(weights.filter(([, weight]) => weight > 0));
    }
    return described;
  }

  /** Blocks of named groups as the request gives them; every other block as it was. */
  apply(units: EmbeddingUnits, request: AttributeRequest): RequestedEmbedding {
    const named: GroupName[] = [];
    const changed = this.manifest.groups.map(({ name, values }, index) => {
      const asked = isGroupName(name) ? (request.attributes[name] ?? {}) : {};
      const weights = values.map((value) => asked[value] ?? 0);
      const before = units[index] ?? [];
      if (!isGroupName(name) || !weights.some((weight) => weight > 0)) return before;
      named.push(name);
      return toUnits(weights);
    });
    return { units: changed, named };
  }

  /** The request with what the model has no value for, nor one near it; leaving out needs none. */
  withLacking(request: AttributeRequest): AttributeRequest {
    const lacking = GROUP_NAMES.flatMap((group) => {
      const value = findHeaviestValue(request.attributes[group] ?? {});
      if (value === undefined || value === 'none' || value === 'no') return [];
      const own = this.manifest.groups.find(({ name }) => name === group);
      const isShown = own !== undefined && findNamedBlock(own, request) !== undefined;
      return isShown ? [] : [{ group, value }];
    });
    return lacking.length === 0 ? request : { ...request, lacking };
  }

  /** Between two embeddings, in whole units; 0 gives the first exactly, 1 the second. */
  mix(from: EmbeddingUnits, to: EmbeddingUnits, ratio: number): EmbeddingUnits {
    return from.map((block, index) => {
      const other = to[index] ?? block;
      return toUnits(block.map((unit, at) => unit + ((other[at] ?? 0) - unit) * ratio));
    });
  }

  /** Groups whose blocks differ. */
  findChanged(from: EmbeddingUnits, to: EmbeddingUnits): GroupName[] {
    return this.manifest.groups.flatMap(({ name }, index) => {
      const isSame = (from[index] ?? []).every((unit, at) => unit === to[index]?.[at]);
      return !isSame && isGroupName(name) ? [name] : [];
    });
  }
}
