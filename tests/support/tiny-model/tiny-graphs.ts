import { createRandom } from '../../../src/attributes/random.js';
import type { WrittenGraph, WrittenNode, WrittenTensor } from './onnx-writer.js';

/** How many numbers the tiny model's z has; few, to keep the fixture to a few KB. */
export const TINY_LATENT_SIZE = 16;
const CHANNELS = 4;
const START_PX = 4;

interface Parts {
  readonly nodes: WrittenNode[];
  readonly weights: WrittenTensor[];
}

const random = (name: string) => createRandom(20_160_901, name);

function addWeight(parts: Parts, name: string, dims: readonly number[], gain = 1): string {
  const numbers = random(name);
  const fanIn = dims.slice(1).reduce((a, b) => a * b, 1);
  const size = dims.reduce((a, b) => a * b, 1);
  const scale = gain / Math.sqrt(fanIn);
  const values = Array.from({ length: size }, () => numbers.normal() * scale);
  const half = `${name}.half`;
  parts.weights.push({ name: half, dims, type: 'float16', values });
  parts.nodes.push({ operator: 'Cast', inputs: [half], outputs: [name], attributes: { to: 1 } });
  return name;
}

function addBias(parts: Parts, name: string, size: number): string {
  const numbers = random(name);
  const values = Array.from({ length: size }, () => numbers.normal() * 0.1);
  parts.weights.push({ name, dims: [size], type: 'float32', values });
  return name;
}

function addIntegers(parts: Parts, name: string, values: readonly number[]): string {
  parts.weights.push({ name, dims: [values.length], type: 'int64', values });
  return name;
}

function addScales(parts: Parts, name: string, factor: number): string {
  parts.weights.push({ name, dims: [4], type: 'float32', values: [1, 1, factor, factor] });
  return name;
}

interface ConvShape {
  readonly from: number;
  readonly to: number;
  readonly gain?: number;
}

function addConv(parts: Parts, name: string, input: string, { from, to, gain }: ConvShape): string {
  const weight = addWeight(parts, `${name}.w`, [to, from, 3, 3], gain);
  const bias = addBias(parts, `${name}.b`, to);
  parts.nodes.push({
    operator: 'Conv',
    inputs: [input, weight, bias],
    outputs: [name],
    attributes: { kernel_shape: [3, 3], pads: [1, 1, 1, 1], strides: [1, 1] },
  });
  return name;
}

/** [batch, 4, s, s] -> [batch, 4, 4s, 4s], scaled and shifted by φ as the real generator does. */
function addBlock(parts: Parts, name: string, input: string, embeddingSize: number): string {
  const { nodes } = parts;
  const bigger = `${name}.up`;
  nodes.push({
    operator: 'Resize',
    inputs: [input, '', addScales(parts, `${name}.scales`, 4)],
    outputs: [bigger],
    attributes: {
      mode: 'nearest',
      coordinate_transformation_mode: 'asymmetric',
      nearest_mode: 'floor',
    },
  });
  const conv = addConv(parts, `${name}.conv`, bigger, { from: CHANNELS, to: CHANNELS, gain: 1.3 });
  const style = addWeight(parts, `${name}.style`, [embeddingSize, 2 * CHANNELS], 0.7);
  const axes = addIntegers(parts, `${name}.axes`, [2, 3]);
  const halves = addIntegers(parts, `${name}.halves`, [CHANNELS, CHANNELS]);
  nodes.push(
    { operator: 'MatMul', inputs: ['phi', style], outputs: [`${name}.flat`] },
    { operator: 'Unsqueeze', inputs: [`${name}.flat`, axes], outputs: [`${name}.both`] },
    {
      operator: 'Split',
      inputs: [`${name}.both`, halves],
      outputs: [`${name}.scale`, `${name}.shift`],
      attributes: { axis: 1 },
    },
    { operator: 'Mul', inputs: [conv, `${name}.scale`], outputs: [`${name}.scaled`] },
    { operator: 'Add', inputs: [conv, `${name}.scaled`], outputs: [`${name}.kept`] },
    { operator: 'Add', inputs: [`${name}.kept`, `${name}.shift`], outputs: [`${name}.styled`] },
    {
      operator: 'LeakyRelu',
      inputs: [`${name}.styled`],
      outputs: [name],
      attributes: { alpha: { float: 0.2 } },
    },
  );
  return name;
}

/** z, φ -> 64x64, with the operators that the real generators use. */
export function buildTinyGenerator(embeddingSize: number): WrittenGraph {
  const parts: Parts = { nodes: [], weights: [] };
  const { nodes } = parts;
  const start = CHANNELS * START_PX * START_PX;
  const weight = addWeight(parts, 'start.w', [start, TINY_LATENT_SIZE + embeddingSize]);
  const bias = addBias(parts, 'start.b', start);
  const shape = addIntegers(parts, 'start.shape', [-1, CHANNELS, START_PX, START_PX]);
  nodes.push(
    { operator: 'Concat', inputs: ['z', 'phi'], outputs: ['both'], attributes: { axis: 1 } },
    {
      operator: 'Gemm',
      inputs: ['both', weight, bias],
      outputs: ['start.flat'],
      attributes: { transB: 1 },
    },
    { operator: 'Reshape', inputs: ['start.flat', shape], outputs: ['block0'] },
  );
  const last = [1, 2].reduce((input, at) => {
    return addBlock(parts, `block${at}`, input, embeddingSize);
  }, 'block0');
  nodes.push({ operator: 'Relu', inputs: [last], outputs: ['lit'] });
  const rgb = addConv(parts, 'colours', 'lit', { from: CHANNELS, to: 3, gain: 0.8 });
  nodes.push({ operator: 'Tanh', inputs: [rgb], outputs: ['rgb'] });
  return {
    ...parts,
    inputs: [
      { name: 'z', shape: ['N', TINY_LATENT_SIZE] },
      { name: 'phi', shape: ['N', embeddingSize] },
    ],
    outputs: [{ name: 'rgb', shape: ['N', 3, 64, 64] }],
  };
}

/** 64x64 -> 256x256: smooth enlargement plus what a convolution adds by DepthToSpace. */
export function buildTinyUpscaler(): WrittenGraph {
  const parts: Parts = { nodes: [], weights: [] };
  const { nodes } = parts;
  const features = addConv(parts, 'features', 'rgb', { from: 3, to: CHANNELS });
  nodes.push({ operator: 'Relu', inputs: [features], outputs: ['lit'] });
  const detail = addConv(parts, 'detail', 'lit', { from: CHANNELS, to: 3 * 16, gain: 0.3 });
  nodes.push(
    {
      operator: 'DepthToSpace',
      inputs: [detail],
      outputs: ['shuffled'],
      attributes: { blocksize: 4, mode: 'CRD' },
    },
    {
      operator: 'Resize',
      inputs: ['rgb', '', addScales(parts, 'scales', 4)],
      outputs: ['smooth'],
      attributes: { mode: 'linear', coordinate_transformation_mode: 'half_pixel' },
    },
    { operator: 'Add', inputs: ['smooth', 'shuffled'], outputs: ['sum'] },
    { operator: 'Clip', inputs: ['sum', 'low', 'high'], outputs: ['large'] },
  );
  const bounds: WrittenTensor[] = [
    { name: 'low', dims: [], type: 'float32', values: [-1] },
    { name: 'high', dims: [], type: 'float32', values: [1] },
  ];
  return {
    nodes,
    weights: [...parts.weights, ...bounds],
    inputs: [{ name: 'rgb', shape: ['N', 3, 64, 64] }],
    outputs: [{ name: 'large', shape: ['N', 3, 256, 256] }],
  };
}

/** Side of what the tiny encoder sees. */
export const TINY_VIEW_PX = 64;
const CELL_PX = 16;
const EDGE = [0, -1, 0, -1, 4, -1, 0, -1, 0];

/**
 * rgb [N, 3, 64, 64], sharpness [N, 1] -> z, φ, frame, logit of a face. Its frame is always the whole view, and it sees
 * a face in everything but even surfaces.
 */
export function buildTinyEncoder(groupSizes: readonly number[]): WrittenGraph {
  const parts: Parts = { nodes: [], weights: [] };
  const { nodes, weights } = parts;
  const embeddingSize = groupSizes.reduce((sum, size) => sum + size, 0);
  const cells = (TINY_VIEW_PX / CELL_PX) ** 2;
  const kernel = addWeight(parts, 'cells.w', [CHANNELS, 3, CELL_PX, CELL_PX]);
  const head = addWeight(parts, 'head.w', [TINY_LATENT_SIZE + embeddingSize, cells * CHANNELS], 8);
  const bias = addBias(parts, 'head.b', TINY_LATENT_SIZE + embeddingSize);
  weights.push(
    { name: 'edge.w', dims: [1, 3, 3, 3], type: 'float32', values: [...EDGE, ...EDGE, ...EDGE] },
    { name: 'face.w', dims: [5, 1], type: 'float32', values: [0, 0, 0, 0, 200] },
    { name: 'face.b', dims: [5], type: 'float32', values: [0, 0, 0, 0, -4] },
  );
  const split = addIntegers(parts, 'split', [TINY_LATENT_SIZE, embeddingSize]);
  const sizes = addIntegers(parts, 'sizes', groupSizes);
  const groups = groupSizes.map((_, at) => `group${at}`);
  nodes.push(
    {
      operator: 'Conv',
      inputs: ['rgb', kernel],
      outputs: ['cells'],
      attributes: { kernel_shape: [CELL_PX, CELL_PX], strides: [CELL_PX, CELL_PX] },
    },
    { operator: 'Flatten', inputs: ['cells'], outputs: ['features'] },
    {
      operator: 'Gemm',
      inputs: ['features', head, bias],
      outputs: ['found'],
      attributes: { transB: 1 },
    },
    {
      operator: 'Split',
      inputs: ['found', split],
      outputs: ['z', 'logits'],
      attributes: { axis: 1 },
    },
    { operator: 'Mul', inputs: ['logits', 'sharpness'], outputs: ['sharp'] },
    {
      operator: 'Split',
      inputs: ['sharp', sizes],
      outputs: groups.map((name) => `${name}.logits`),
      attributes: { axis: 1 },
    },
    ...groups.map((name) => ({
      operator: 'Softmax',
      inputs: [`${name}.logits`],
      outputs: [name],
      attributes: { axis: 1 },
    })),
    // A convolution without pads: an even surface has no edges anywhere.
    {
      operator: 'Conv',
      inputs: ['rgb', 'edge.w'],
      outputs: ['edges'],
      attributes: { kernel_shape: [3, 3] },
    },
    { operator: 'Relu', inputs: ['edges'], outputs: ['lines'] },
    { operator: 'GlobalAveragePool', inputs: ['lines'], outputs: ['much'] },
    { operator: 'Flatten', inputs: ['much'], outputs: ['how'] },
    {
      operator: 'Gemm',
      inputs: ['how', 'face.w', 'face.b'],
      outputs: ['seen'],
      attributes: { transB: 1 },
    },
    {
      operator: 'Concat',
      inputs: ['z', ...groups, 'seen'],
      outputs: ['reading'],
      attributes: { axis: 1 },
    },
  );
  return {
    ...parts,
    inputs: [
      { name: 'rgb', shape: ['N', 3, TINY_VIEW_PX, TINY_VIEW_PX] },
      { name: 'sharpness', shape: ['N', 1] },
    ],
    outputs: [{ name: 'reading', shape: ['N', TINY_LATENT_SIZE + embeddingSize + 5] }],
  };
}
