import type { WireBoot, WireEvent, WireReply, WireState } from '../../../wire.js';

/** The server said what went wrong, in the reader's language. */
export class Refusal extends Error {
  readonly code: string;

  constructor(text: string, code: string) {
    super(text);
    this.code = code;
  }
}

interface ActOptions {
  readonly onEvent?: (event: WireEvent) => void;
  readonly signal?: AbortSignal;
}

/**
 * Runs an action of the server and follows its events to the end. A picture file as input is drawn
 * again from the recipe in it, whatever the action is called.
 * @returns the last reply
 * @throws Refusal; TypeError when the server cannot be reached or the connection breaks off
 */
export async function act(
  name: string,
  input: unknown,
  { onEvent, signal }: ActOptions = {},
): Promise<WireReply | undefined> {
  const isFile = input instanceof File;
  const response = await fetch(isFile ? 'api/redraw' : `api/do/${name}`, {
    method: 'POST',
    headers: { 'content-type': isFile ? input.type : 'application/json' },
    body: isFile ? input : JSON.stringify(input),
    ...(signal === undefined ? {} : { signal }),
  });
  return followEvents(response, onEvent);
}

async function followEvents(
  response: Response,
  onEvent?: (event: WireEvent) => void,
): Promise<WireReply | undefined> {
  if (!response.ok || response.body === null) throw await refusalOf(response);
  let last: WireReply | undefined;
  for await (const event of readEvents(response.body)) {
    if (event.type === 'done') return last;
    if (event.type === 'failed') throw new Refusal(event.text, event.code);
    if (event.type === 'reply') last = event.reply;
    onEvent?.(event);
  }
  throw new TypeError('the stream ended before it was done');
}

async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<WireEvent> {
  const reader = body.pipeThrough(new TextDecoderStream() as unknown as Decoder).getReader();
  let held = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const parts = `${held}${value}`.split('\n\n');
    held = parts.pop() ?? '';
    for (const part of parts) {
      if (part.startsWith('data: ')) yield JSON.parse(part.slice(6)) as WireEvent;
    }
  }
}

type Decoder = ReadableWritablePair<string, Uint8Array>;

async function refusalOf(response: Response): Promise<Error> {
  const said = (await response.json().catch(() => ({}))) as { text?: string; code?: string };
  return said.text === undefined
    ? new TypeError(`unexpected answer ${response.status}`)
    : new Refusal(said.text, said.code ?? 'unexpected');
}

/** One frame of a editor. Throws as {@link act}. */
export async function fetchFrame(
  editor: 'morph' | 'blend',
  input: unknown,
  signal: AbortSignal,
): Promise<Blob> {
  const response = await fetch(`api/preview/${editor}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    signal,
  });
  if (!response.ok) throw await refusalOf(response);
  return response.blob();
}

/** What can be asked for; answers when the model is ready. */
export async function fetchState(): Promise<WireState> {
  const response = await fetch('api/state');
  if (!response.ok) throw await refusalOf(response);
  return (await response.json()) as WireState;
}

/** The page's sentences in the language of its cookie. */
export async function fetchSentences(): Promise<WireBoot> {
  const response = await fetch('api/sentences');
  if (!response.ok) throw await refusalOf(response);
  return (await response.json()) as WireBoot;
}

/** How large a picture is wanted, by default 256 pixels a side, and whether to save it as a PNG. */
export interface PictureOptions {
  readonly sizePx?: 64 | 256;
  readonly download?: boolean;
}

/** The address of a portrait's picture, which only those get who may see it. */
export function pictureUrl(id: string, { sizePx, download }: PictureOptions = {}): string {
  const query = new URLSearchParams({
    ...(sizePx === 64 ? { size: '64' } : {}),
    ...(download === true ? { format: 'png', download: '' } : {}),
  });
  return `api/portraits/${id}/picture${query.size > 0 ? `?${query.toString()}` : ''}`;
}
