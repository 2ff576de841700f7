import type { AttributeRequest, SoftAssignment } from './attribute-request.js';
import type { Random } from './random.js';
import { isGroupName, type GroupName } from './vocabulary.js';

/** A group that a model is conditioned on, as its manifest lists it. */
export interface ConditionedGroup {
  readonly name: string;
  readonly values: readonly string[];
}

/** Faces the model was trained on: one base-36 digit a group, the index of its value, in the groups' order. */
export interface ExemplarPrior {
  readonly type: 'exemplars';
  readonly rows: readonly string[];
}

/** A request and what one model needs to turn it into its φ; groups that the model lacks are passed over. */
export interface EmbeddingInput {
  readonly request: AttributeRequest;
  /** The model's groups in the order of φ. */
  readonly groups: readonly ConditionedGroup[];
  readonly prior: ExemplarPrior;
  /** The seed's stream "phi". Drawn from once, and only when a group is left unnamed. */
  readonly random: Random;
}

/** The embedding that the generator is conditioned on, and which groups were asked for. */
export interface Embedding {
  /** [P], P the sum of the groups' sizes: the blocks of all groups in order, each in 0…1 and summing to 1. */
  readonly phi: Float32Array;
  /** Groups whose block the request gave. */
  readonly named: readonly GroupName[];
  /** Groups whose value was drawn from the prior, with that value. */
  readonly drawn: Readonly<Partial<Record<GroupName, string>>>;
}

/** Factor on a row's weight for each named group that the row contradicts. */
const CONTRADICTION_WEIGHT = 0.02;

/**
 * Builds φ: named groups as the request gives them, the others from one row of the prior, drawn with
 * weight ∏ over named groups of (0.02 + φ[the row's value]), so that what was not said suits what was.
 */
export function buildEmbedding({ request, groups, prior, random }: EmbeddingInput): Embedding {
  const blocks = groups.map((group) => findNamedBlock(group, request));
  const row = blocks.includes(undefined) ? drawRow(prior.rows, blocks, random) : undefined;
  const named: GroupName[] = [];
  const drawn: Partial<Record<GroupName, string>> = {};
  const phi: number[] = [];
  for (const [index, group] of groups.entries()) {
    const block = blocks[index];
    if (block !== undefined) {
      phi.push(...block);
      if (isGroupName(group.name)) named.push(group.name);
      continue;
    }
    const chosen = row === undefined ? drawIndex(group, random) : valueIndex(row, index);
    phi.push(...group.values.map((_, position) => (position === chosen ? 1 : 0)));
    const value = group.values[chosen];
    if (isGroupName(group.name) && value !== undefined) drawn[group.name] = value;
  }
  return { phi: Float32Array.from(phi), named, drawn };
}

/** The nearest of older values to one that a model may lack; its weight goes to those that the model has. */
const NEAREST: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  hair_color: { silver: ['gray', 'white'] },
  expression: { angry: ['sad'] },
};

/** The request's weights over the model's own values; undefined where they share none. */
export function findNamedBlock(
  group: ConditionedGroup,
  request: AttributeRequest,
): readonly number[] | undefined {
  if (!isGroupName(group.name)) return undefined;
  const assignment: SoftAssignment = request.attributes[group.name] ?? {};
  const weights = group.values.map((value) => Math.max(0, assignment[value] ?? 0));
  for (const [value, others] of Object.entries(NEAREST[group.name] ?? {})) {
    if (group.values.includes(value)) continue;
    const nearest = others.map((other) => group.values.indexOf(other)).filter((at) => at >= 0);
    const share = Math.max(0, assignment[value] ?? 0) / nearest.length;
    for (const at of nearest) weights[at] = (weights[at] ?? 0) + share;
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return sum > 0 ? weights.map((weight) => weight / sum) : undefined;
}

function drawRow(
  rows: readonly string[],
  blocks: readonly (readonly number[] | undefined)[],
  random: Random,
): string | undefined {
  const weights = rows.map((row) =>
    blocks.reduce(
      (weight, block, index) =>
        block === undefined
          ? weight
          : weight * (CONTRADICTION_WEIGHT + (block[valueIndex(row, index)] ?? 0)),
      1,
    ),
  );
  let left = random.uniform() * weights.reduce((total, weight) => total + weight, 0);
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return rows[index];
  }
  return rows.at(-1);
}

/** Uniform over a group's values, for a prior without rows. */
function drawIndex(group: ConditionedGroup, random: Random): number {
  return Math.floor(random.uniform() * group.values.length);
}

function valueIndex(row: string, groupIndex: number): number {
  return Number.parseInt(row.charAt(groupIndex), 36);
}
