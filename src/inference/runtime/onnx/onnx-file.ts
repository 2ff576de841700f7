import { PbfReader } from 'pbf';
import { decodeHalfFloats } from '../half-float.js';

// Field numbers below are those of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto;
// fields that no executor here needs are skipped.

/** Numbers of the format's TensorProto.DataType, for those that exported generators use. */
export const DATA_TYPES = {
  float32: 1,
  uint8: 2,
  int8: 3,
  int32: 6,
  int64: 7,
  bool: 9,
  float16: 10,
};

/** Initializer or constant; integers are held as int32, which every size and axis fits. */
export interface OnnxTensor {
  readonly dims: readonly number[];
  readonly data: Float32Array | Int32Array;
}

/** A node's setting. Lists of texts and nested graphs, which no operator here takes, read as 0. */
export type OnnxAttribute = number | string | readonly number[] | OnnxTensor;

/** One operation; its inputs and outputs are names of values, each of which one node or weight gives. */
export interface OnnxNode {
  /** For messages; may be empty. */
  readonly name: string;
  /** `Conv`, `Gemm`: a name of https://onnx.ai/onnx/operators/ */
  readonly operator: string;
  /** An empty name is an optional input left out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, OnnxAttribute>;
}

/** A graph's declared input or output. */
export interface OnnxValueInfo {
  readonly name: string;
  /** A number of {@link DATA_TYPES}, or of a type that is missing there; 0: no tensor. */
  readonly dataType: number;
  /** null: free. */
  readonly shape: readonly (number | null)[];
}

/** A network as its file holds it, weights decoded: half precision widened to float32. */
export interface OnnxGraph {
  /** Version of the standard operators; 0 where the file names none. */
  readonly opset: number;
  /** Topologically ordered, as the format demands. */
  readonly nodes: readonly OnnxNode[];
  /** Weights and constants by value name. */
  readonly initializers: ReadonlyMap<string, OnnxTensor>;
  /** Without the initializers, which old files list here too. */
  readonly inputs: readonly OnnxValueInfo[];
  readonly outputs: readonly OnnxValueInfo[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Reads an ONNX file's default graph.
 * @throws Error when the bytes are not such a file, or a weight lies outside of it.
 */
export function readOnnxFile(bytes: Uint8Array): OnnxGraph {
  const model = { opset: 0, graph: undefined as OnnxGraph | undefined };
  new PbfReader(bytes).readFields((tag, result, pbf) => {
    if (tag === 7) result.graph = readGraph(pbf);
    if (tag === 8) result.opset = Math.max(result.opset, readOpset(pbf));
  }, model);
  if (!model.graph) throw new Error('expected an ONNX model, got bytes without a graph');
  return { ...model.graph, opset: model.opset };
}

function readOpset(pbf: PbfReader): number {
  const opset = { domain: '', version: 0 };
  pbf.readMessage((tag, result) => {
    if (tag === 1) result.domain = pbf.readString();
    if (tag === 2) result.version = pbf.readVarint(true);
  }, opset);
  return opset.domain === '' || opset.domain === 'ai.onnx' ? opset.version : 0;
}

function readGraph(pbf: PbfReader): OnnxGraph {
  const nodes: OnnxNode[] = [];
  const initializers = new Map<string, OnnxTensor>();
  const inputs: OnnxValueInfo[] = [];
  const outputs: OnnxValueInfo[] = [];
  pbf.readMessage((tag) => {
    if (tag === 1) nodes.push(readNode(pbf));
    if (tag === 5) {
      const { name, tensor } = readTensor(pbf);
      initializers.set(name, tensor);
    }
    if (tag === 11) inputs.push(readValueInfo(pbf));
    if (tag === 12) outputs.push(readValueInfo(pbf));
  }, undefined);
  // Files of before opset 9 list their initializers among the inputs too.
  const trueInputs = inputs.filter(({ name }) => !initializers.has(name));
  return { opset: 0, nodes, initializers, inputs: trueInputs, outputs };
}

function readNode(pbf: PbfReader): OnnxNode {
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes = new Map<string, OnnxAttribute>();
  const node = { name: '', operator: '', inputs, outputs, attributes };
  pbf.readMessage((tag, result) => {
    if (tag === 1) inputs.push(pbf.readString());
    if (tag === 2) outputs.push(pbf.readString());
    if (tag === 3) result.name = pbf.readString();
    if (tag === 4) result.operator = pbf.readString();
    if (tag === 5) {
      const { name, value } = readAttribute(pbf);
      attributes.set(name, value);
    }
  }, node);
  return node;
}

function readAttribute(pbf: PbfReader): { name: string; value: OnnxAttribute } {
  const attribute: { name: string; value: OnnxAttribute } = { name: '', value: 0 };
  const floats: number[] = [];
  const integers: number[] = [];
  pbf.readMessage((tag, result) => {
    if (tag === 1) result.name = pbf.readString();
    if (tag === 2) result.value = pbf.readFloat();
    if (tag === 3) result.value = pbf.readVarint(true);
    if (tag === 4) result.value = pbf.readString();
    if (tag === 5) result.value = readTensor(pbf).tensor;
    if (tag === 7) {
      pbf.readPackedFloat(floats);
      result.value = floats;
    }
    if (tag === 8) {
      pbf.readPackedVarint(integers, true);
      result.value = integers;
    }
  }, attribute);
  return attribute;
}

function readValueInfo(pbf: PbfReader): OnnxValueInfo {
  const shape: (number | null)[] = [];
  const info = { name: '', dataType: 0, shape };
  const readDimension = (): void => {
    const dimension: { size: number | null } = { size: null };
    pbf.readMessage((tag, result) => {
      if (tag === 1) result.size = pbf.readVarint(true);
    }, dimension);
    shape.push(dimension.size);
  };
  const readShape = (tag: number): void => void (tag === 1 && readDimension());
  const readTensorType = (tag: number, result: Mutable<OnnxValueInfo>): void => {
    if (tag === 1) result.dataType = pbf.readVarint();
    if (tag === 2) pbf.readMessage(readShape, undefined);
  };
  pbf.readMessage((tag, result) => {
    if (tag === 1) result.name = pbf.readString();
    if (tag === 2) {
      pbf.readMessage((type, inner) => {
        if (type === 1) pbf.readMessage(readTensorType, inner);
      }, result);
    }
  }, info);
  return info;
}

interface RawTensor {
  name: string;
  dataType: number;
  raw: Uint8Array | undefined;
  isExternal: boolean;
}

function readTensor(pbf: PbfReader): { name: string; tensor: OnnxTensor } {
  const dims: number[] = [];
  const values: number[] = [];
  const found: RawTensor = { name: '', dataType: 0, raw: undefined, isExternal: false };
  pbf.readMessage((tag, result) => {
    if (tag === 1) pbf.readPackedVarint(dims, true);
    if (tag === 2) result.dataType = pbf.readVarint();
    if (tag === 4) pbf.readPackedFloat(values);
    if (tag === 5 || tag === 7) pbf.readPackedVarint(values, true);
    if (tag === 8) result.name = pbf.readString();
    if (tag === 9) result.raw = pbf.readBytes();
    if (tag === 14) result.isExternal = pbf.readVarint() === 1;
  }, found);
  if (found.isExternal) {
    throw new Error(
      `weight "${found.name}" lies outside of the file; export with the weights inside`,
    );
  }
  const data = found.raw ? decodeRaw(found.raw, found) : decodeValues(values, found.dataType);
  return { name: found.name, tensor: { dims, data } };
}

function decodeRaw(raw: Uint8Array, { name, dataType }: RawTensor): Float32Array | Int32Array {
  // A copy, so that it starts at an address that fits its type.
  const { buffer } = Uint8Array.from(raw);
  switch (dataType) {
    case DATA_TYPES.float32:
      return new Float32Array(buffer);
    case DATA_TYPES.float16:
      return decodeHalfFloats(new Uint16Array(buffer));
    case DATA_TYPES.int32:
      return new Int32Array(buffer);
    case DATA_TYPES.int64:
      return Int32Array.from(new BigInt64Array(buffer), clampToInt32);
    case DATA_TYPES.int8:
      return Int32Array.from(new Int8Array(buffer));
    case DATA_TYPES.uint8:
    case DATA_TYPES.bool:
      return Int32Array.from(raw);
    default:
      throw new Error(`weight "${name}" has data type ${dataType}, which is not read here`);
  }
}

function decodeValues(values: readonly number[], dataType: number): Float32Array | Int32Array {
  if (dataType === DATA_TYPES.float32) return Float32Array.from(values);
  if (dataType === DATA_TYPES.float16) return decodeHalfFloats(Uint16Array.from(values));
  return Int32Array.from(values);
}

/** Slice writes "to the end" as the largest 64-bit integer. */
function clampToInt32(value: bigint): number {
  return Number(value > 0x7fffffffn ? 0x7fffffffn : value < -0x80000000n ? -0x80000000n : value);
}
