import type { ModelStage } from '../manifest.js';

/** A dense float32 tensor, row-major; `data` is as long as the product of `dims`. */
export interface FloatTensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** One ONNX graph, loaded and checked against the manifest's stage. One run at a time, which may block the thread. */
export interface StageSession {
  /**
   * Runs the graph on inputs by name, such as z [N, latentSize] and phi [N, P]; gives its single output,
   * [N, 3, size, size] in about −1…1, which is the caller's to keep.
   */
  run(feeds: Readonly<Record<string, FloatTensor>>): Promise<FloatTensor>;
  /** Frees the graph's memory, the device's included; no run may follow. */
  release(): Promise<void>;
}

/** Executes ONNX graphs: ONNX Runtime on one provider, or TensorFlow.js on one backend. */
export interface Runtime {
  /** For logs: `onnx/cpu`, `onnx/webgpu`, `tfjs/wasm`. */
  readonly name: string;
  /** True if a batch costs less than its pictures one by one. */
  readonly isGpu: boolean;
  /** True if a stage's 8-bit graph is preferred, where it has one. */
  readonly takesInt8: boolean;
  /**
   * @param file absolute path of the stage's graph
   * @throws ModelLoadError when the graph cannot be loaded, or its inputs or output are not the
   * manifest's; any other error when the device cannot be used.
   */
  loadStage(stage: ModelStage, file: string): Promise<StageSession>;
}

/** A device that was tried and did not do. */
export interface SkippedDevice {
  readonly device: string;
  readonly reason: string;
}

/** Which runtime to use, as the settings say. */
export interface RuntimeSettings {
  readonly runtime: 'onnx' | 'tfjs';
  /** `auto` tries CUDA, WebGPU, then the CPU; a named device is used or fails. */
  readonly device: 'auto' | 'cuda' | 'webgpu' | 'cpu';
  /** Threads of one worker within an operator, on the CPU. */
  readonly threads: number;
  /** Which of several GPUs. */
  readonly gpuIndex: number;
}
