import type { IncomingMessage } from 'node:http';
import type { BotApiDescription } from './bot-api-description.js';

/** A request's parameters as values: numbers, objects, and uploaded files as bytes. */
export type Parameters = Record<string, unknown>;

/** One request to the Bot API, decoded. */
export interface ApiRequest {
  readonly method: string;
  readonly parameters: Parameters;
  /** Uploaded parts that no parameter names; `attach://name` refers to them. */
  readonly attachments: ReadonlyMap<string, Uint8Array>;
}

/** Reads a whole request body. */
export async function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Decodes JSON and multipart/form-data bodies. Throws where the body is neither. */
export async function readApiRequest(
  request: IncomingMessage,
  method: string,
  description: BotApiDescription | undefined,
): Promise<ApiRequest> {
  const body = await readBody(request);
  const contentType = request.headers['content-type'] ?? '';
  const isForm = contentType.startsWith('multipart/form-data');
  const { values, files } = isForm
    ? await readForm(body, contentType)
    : { values: readJson(body), files: new Map<string, Uint8Array>() };
  if (isForm && values['method'] === method) delete values['method'];
  const fields = new Map(
    description?.methods[method]?.fields?.map((field) => [field.name, field.types]),
  );
  const parameters: Parameters = {};
  for (const [name, value] of Object.entries(values)) {
    parameters[name] = decode(value, fields.get(name));
  }
  const attachments = new Map<string, Uint8Array>();
  for (const [name, bytes] of files) {
    if (fields.has(name) || MEDIA_PARAMETERS.has(name)) parameters[name] = bytes;
    else attachments.set(name, bytes);
  }
  return { method, parameters, attachments };
}

const MEDIA_PARAMETERS = new Set(['photo', 'animation', 'document']);

function readJson(body: Buffer): Parameters {
  return body.length === 0 ? {} : (JSON.parse(body.toString('utf8')) as Parameters);
}

async function readForm(
  body: Buffer<ArrayBuffer>,
  contentType: string,
): Promise<{ values: Parameters; files: Map<string, Uint8Array> }> {
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
  const values: Parameters = {};
  const files = new Map<string, Uint8Array>();
  for (const [name, value] of form) {
    if (typeof value === 'string') values[name] = value;
    else files.set(name, new Uint8Array(await value.arrayBuffer()));
  }
  return { values, files };
}

/** Telegram takes JSON in strings wherever a parameter is not a plain string. */
function decode(value: unknown, types: readonly string[] | undefined): unknown {
  if (typeof value !== 'string') return value;
  const isText = types === undefined ? !/^[[{]|^-?\d+$|^(true|false)$/.test(value) : false;
  if (isText || types?.every((type) => type === 'String' || type === 'InputFile')) return value;
  if (types?.includes('String') && !/^-?\d+$/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
