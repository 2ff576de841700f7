import { PbfWriter } from 'pbf';

/** A weight in the file; half precision keeps the fixture small. */
export interface WrittenTensor {
  readonly name: string;
  readonly dims: readonly number[];
  readonly type: 'float32' | 'float16' | 'int64';
  readonly values: readonly number[];
}

/** A plain number is an integer; a float says so. */
type WrittenAttribute = number | string | readonly number[] | { readonly float: number };

/** One operation; a value goes by the name that the node, weight or input bears that makes it. */
export interface WrittenNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, WrittenAttribute>>;
}

/** An input or output of the whole graph, always float32. */
interface WrittenValue {
  readonly name: string;
  /** A text is a dimension free to vary. */
  readonly shape: readonly (number | string)[];
}

/** A model; the nodes stand in an order in which each finds its inputs made. */
export interface WrittenGraph {
  readonly nodes: readonly WrittenNode[];
  readonly weights: readonly WrittenTensor[];
  readonly inputs: readonly WrittenValue[];
  readonly outputs: readonly WrittenValue[];
}

const OPSET = 17;
const IR_VERSION = 8;
const DATA_TYPE = { float32: 1, int64: 7, float16: 10 };
const ATTRIBUTE_TYPE = { float: 1, int: 2, string: 3, ints: 7 };

/** Writes an ONNX file; field numbers as in https://github.com/onnx/onnx/blob/main/onnx/onnx.proto */
export function writeOnnxFile(graph: WrittenGraph): Uint8Array {
  const pbf = new PbfWriter();
  pbf.writeVarintField(1, IR_VERSION);
  pbf.writeMessage(7, writeGraph, graph);
  pbf.writeMessage(8, (_, inner) => inner.writeVarintField(2, OPSET), graph);
  return pbf.finish();
}

function writeGraph(graph: WrittenGraph, pbf: PbfWriter): void {
  for (const node of graph.nodes) pbf.writeMessage(1, writeNode, node);
  pbf.writeStringField(2, 'tiny');
  for (const weight of graph.weights) pbf.writeMessage(5, writeTensor, weight);
  for (const input of graph.inputs) pbf.writeMessage(11, writeValue, input);
  for (const output of graph.outputs) pbf.writeMessage(12, writeValue, output);
}

function writeNode(node: WrittenNode, pbf: PbfWriter): void {
  for (const name of node.inputs) pbf.writeStringField(1, name);
  for (const name of node.outputs) pbf.writeStringField(2, name);
  pbf.writeStringField(3, node.outputs[0] ?? '');
  pbf.writeStringField(4, node.operator);
  for (const entry of Object.entries(node.attributes ?? {})) {
    pbf.writeMessage(5, writeAttribute, entry);
  }
}

function writeAttribute([name, value]: [string, WrittenAttribute], pbf: PbfWriter): void {
  pbf.writeStringField(1, name);
  if (typeof value === 'number') {
    pbf.writeVarintField(3, value);
    pbf.writeVarintField(20, ATTRIBUTE_TYPE.int);
  } else if (typeof value === 'string') {
    pbf.writeStringField(4, value);
    pbf.writeVarintField(20, ATTRIBUTE_TYPE.string);
  } else if ('float' in value) {
    pbf.writeFloatField(2, value.float);
    pbf.writeVarintField(20, ATTRIBUTE_TYPE.float);
  } else {
    for (const item of value) pbf.writeVarintField(8, item);
    pbf.writeVarintField(20, ATTRIBUTE_TYPE.ints);
  }
}

function writeTensor({ name, dims, type, values }: WrittenTensor, pbf: PbfWriter): void {
  for (const size of dims) pbf.writeVarintField(1, size);
  pbf.writeVarintField(2, DATA_TYPE[type]);
  pbf.writeStringField(8, name);
  pbf.writeBytesField(9, toBytes(type, values));
}

function toBytes(type: WrittenTensor['type'], values: readonly number[]): Uint8Array {
  switch (type) {
    case 'float32':
      return new Uint8Array(Float32Array.from(values).buffer);
    case 'float16':
      return new Uint8Array(Uint16Array.from(values, toHalfBits).buffer);
    case 'int64':
      return new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
  }
}

/** The nearest IEEE 754 binary16 of a number between its normal bounds; below them, zero. */
function toHalfBits(value: number): number {
  const sign = value < 0 ? 0x8000 : 0;
  const size = Math.abs(value);
  const exponent = Math.floor(Math.log2(size));
  if (size === 0 || exponent < -14) return sign;
  const bits = ((exponent + 15) << 10) + Math.round((size / 2 ** exponent - 1) * 1024);
  return sign | bits;
}

function writeValue({ name, shape }: WrittenValue, pbf: PbfWriter): void {
  pbf.writeStringField(1, name);
  pbf.writeMessage(2, (_, type) => type.writeMessage(1, writeTensorType, shape), shape);
}

function writeTensorType(shape: WrittenValue['shape'], pbf: PbfWriter): void {
  pbf.writeVarintField(1, DATA_TYPE.float32);
  pbf.writeMessage(2, writeShape, shape);
}

function writeShape(shape: WrittenValue['shape'], pbf: PbfWriter): void {
  for (const size of shape) {
    pbf.writeMessage(
      1,
      (_, dimension) => {
        if (typeof size === 'number') dimension.writeVarintField(1, size);
        else dimension.writeStringField(2, size);
      },
      size,
    );
  }
}
