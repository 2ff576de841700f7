import * as tf from '@tensorflow/tfjs-core';
import type { NodeInputs } from './tfjs-operator.js';

/** How one axis is resized; names and formulas as in https://onnx.ai/onnx/operators/onnx__Resize.html */
interface AxisResize {
  readonly mode: string;
  readonly coordinates: string;
  readonly nearest: string;
  readonly cubicCoefficient: number;
  readonly from: number;
  readonly to: number;
  readonly scale: number;
}

/**
 * Resizes height and width of [batch, channels, height, width] by a matrix an axis, which holds the
 * weight of each old row in each new one: any mode comes down to that.
 */
export function resize(inputs: NodeInputs): tf.Tensor {
  const x = inputs.tensor(0);
  const [, , height = 1, width = 1] = x.shape;
  const scales = inputs.numbers(2) ?? [];
  const sizes = inputs.numbers(3) ?? [];
  const along = (axis: 2 | 3, from: number): AxisResize => {
    const to = sizes[axis] ?? Math.floor(from * (scales[axis] ?? 1));
    return {
      mode: inputs.text('mode', 'nearest'),
      coordinates: inputs.text('coordinate_transformation_mode', 'half_pixel'),
      nearest: inputs.text('nearest_mode', 'round_prefer_floor'),
      cubicCoefficient: inputs.number('cubic_coeff_a', -0.75),
      from,
      to,
      scale: scales[axis] ?? to / from,
    };
  };
  const [rows, columns] = [along(2, height), along(3, width)];
  if (isPlainDoubling(rows) && isPlainDoubling(columns)) return repeat(x, rows, columns);
  const across = tf.matMul(x, weights(columns), false, true);
  return tf.matMul(weights(rows), across);
}

/** Nearest neighbour at whole multiples, which the generators use: each pixel becomes a block. */
function isPlainDoubling({ mode, coordinates, nearest, from, to }: AxisResize): boolean {
  const isFloor = coordinates === 'asymmetric' && nearest === 'floor';
  return mode === 'nearest' && isFloor && to % from === 0;
}

function repeat(x: tf.Tensor, rows: AxisResize, columns: AxisResize): tf.Tensor {
  const [batch = 0, channels = 0] = x.shape;
  const planes = tf.reshape(x, [batch * channels, rows.from, 1, columns.from, 1]);
  const blocks = tf.tile(planes, [1, 1, rows.to / rows.from, 1, columns.to / columns.from]);
  return tf.reshape(blocks, [batch, channels, rows.to, columns.to]);
}

/** [to, from] */
function weights(axis: AxisResize): tf.Tensor2D {
  const matrix = new Float32Array(axis.to * axis.from);
  for (let row = 0; row < axis.to; row += 1) {
    for (const [column, weight] of taps(axis, sourceOf(axis, row))) {
      const inside = Math.min(axis.from - 1, Math.max(0, column));
      const at = row * axis.from + inside;
      matrix[at] = (matrix[at] ?? 0) + weight;
    }
  }
  return tf.tensor2d(matrix, [axis.to, axis.from]);
}

function sourceOf({ coordinates, from, to, scale }: AxisResize, at: number): number {
  switch (coordinates) {
    case 'asymmetric':
      return at / scale;
    case 'align_corners':
      return to === 1 ? 0 : (at * (from - 1)) / (to - 1);
    case 'pytorch_half_pixel':
      return to > 1 ? (at + 0.5) / scale - 0.5 : 0;
    default:
      return (at + 0.5) / scale - 0.5;
  }
}

type Tap = readonly [column: number, weight: number];

function taps(axis: AxisResize, source: number): readonly Tap[] {
  const floor = Math.floor(source);
  const fraction = source - floor;
  if (axis.mode === 'linear') {
    return [
      [floor, 1 - fraction],
      [floor + 1, fraction],
    ];
  }
  if (axis.mode === 'cubic') {
    const weigh = (distance: number): number => cubic(Math.abs(distance), axis.cubicCoefficient);
    return [-1, 0, 1, 2].map((step) => [floor + step, weigh(fraction - step)]);
  }
  return [[roundNearest(axis.nearest, source), 1]];
}

function roundNearest(mode: string, source: number): number {
  if (mode === 'floor') return Math.floor(source);
  if (mode === 'ceil') return Math.ceil(source);
  return mode === 'round_prefer_ceil' ? Math.floor(source + 0.5) : Math.ceil(source - 0.5);
}

/** Keys, "Cubic convolution interpolation for digital image processing" (1981). */
function cubic(x: number, a: number): number {
  if (x <= 1) return (a + 2) * x ** 3 - (a + 3) * x ** 2 + 1;
  if (x < 2) return a * x ** 3 - 5 * a * x ** 2 + 8 * a * x - 4 * a;
  return 0;
}
