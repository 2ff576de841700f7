import { deserialize, serialize } from 'node:v8';
import { InferenceError } from '../../errors/app-error.js';
import { fromWireError, toWireError, type WireError } from '../../errors/wire-error.js';
import type { ModelManifest } from '../manifest.js';
import type {
  ComposedPicture,
  Composition,
  DrawOptions,
  FaceReading,
  PixelPicture,
  Recipe,
} from '../portrait-generator.js';

/** One call of a generator, as it travels to whoever draws it. */
export interface JobRequest {
  /** undefined: single pictures. */
  readonly composition: Composition | undefined;
  readonly recipes: readonly Recipe[];
  /** In place of recipes: a picture in which to look for a face. */
  readonly picture?: PixelPicture;
  readonly options: Omit<DrawOptions, 'signal' | 'onProgress'>;
  /** The event that it answers, for logs. */
  readonly event?: string | undefined;
}

/** The outcome. */
export interface JobAnswer {
  readonly portraits: readonly Uint8Array[];
  /** Present for compositions only. */
  readonly composed?: Omit<ComposedPicture, 'portraits'>;
  /** Present for a picture to read only. */
  readonly reading?: FaceReading;
}

/**
 * The data of a job: the request until it is drawn, then the answer in its place.
 *
 * The pictures are put here, and not returned, because BullMQ copies a returned value into its stream of
 * events, which keeps the last ten thousand and is read by every front end: a gigabyte of pictures that
 * nobody asks for again. Data is read once, by the one who asked, who then removes the job. It is the one
 * place that both stores have, so no second connection or table is needed.
 *
 * Base64 of V8's serialisation: φ and z stay the same to the bit at four bytes a number (five and a third
 * in base64), and PostgreSQL's JSON meets no character that it refuses.
 */
export interface JobData {
  readonly request?: string;
  readonly answer?: string;
  /** The worker that the first try failed on, and when. */
  readonly failed?: { readonly worker: string; readonly at: number };
}

/** One queue a model and version, so that no worker ever takes what it would draw differently. */
export function queueNameOf({ id, version }: Pick<ModelManifest, 'id' | 'version'>): string {
  return `mugen-${id}-${version}`;
}

/** The data of a job that waits to be drawn. */
export function packRequest(request: JobRequest): JobData {
  return { request: pack(request) };
}

/** undefined when the job has been drawn already, by a worker that died before it could say so. */
export function unpackRequest({ request }: JobData): JobRequest | undefined {
  return request === undefined ? undefined : (unpack(request) as JobRequest);
}

/** The data of a job that has been drawn. */
export function packAnswer(answer: JobAnswer): JobData {
  return { answer: pack(answer) };
}

/** undefined when the job holds none, so that it has failed. */
export function unpackAnswer({ answer }: JobData): JobAnswer | undefined {
  return answer === undefined ? undefined : (unpack(answer) as JobAnswer);
}

/** The serialised reason of a failed job. */
export function packFailure(error: unknown): string {
  return JSON.stringify(toWireError(error));
}

/** The error that the worker threw; `worker-died` where BullMQ gave the job up, as nobody else writes reasons. */
export function unpackFailure(reason: string): Error {
  try {
    return fromWireError(JSON.parse(reason) as WireError);
  } catch {
    return new InferenceError(
      'worker-died',
      `expected the job to be drawn, the queue gave it up: ${reason}; see the logs of the workers`,
    );
  }
}

function pack(value: unknown): string {
  return serialize(value).toString('base64');
}

function unpack(text: string): unknown {
  return deserialize(Buffer.from(text, 'base64'));
}
