import type { PictureSize, WireBoot, WireEvent, WireReply, WireState } from '../../../../wire.js';
import { forgetChannel, joinChannel, leaveChannel } from './channel.js';
import { readEvents } from './read-events.js';

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
 * Runs an action of the server and follows its events to the end. A picture file as input is looked
 * at for the face in it, whatever the action is called.
 * @returns the last reply
 * @throws Refusal; TypeError when the server cannot be reached or the connection breaks off
 */
export async function act(
  name: string,
  input: unknown,
  { onEvent, signal }: ActOptions = {},
): Promise<WireReply | undefined> {
  return followEvents(await post(name, input, signal === undefined ? {} : { signal }), onEvent);
}

interface PostOptions {
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
}

function post(name: string, input: unknown, { headers, ...init }: PostOptions): Promise<Response> {
  const isFile = input instanceof File;
  return fetch(isFile ? 'api/adopt' : `api/do/${name}`, {
    ...init,
    method: 'POST',
    headers: { ...headers, 'content-type': isFile ? input.type : 'application/json' },
    body: isFile ? input : JSON.stringify(input),
  });
}

/** As {@link act}, over the page's one stream: any number at once take no connection each. */
export async function actOverChannel(
  name: string,
  input: unknown,
  { onEvent, signal }: ActOptions = {},
): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    let settle: (error?: Error) => void = () => undefined;
    const ended = new Promise<void>((resolve, reject) => {
      settle = (error) => (error === undefined ? resolve() : reject(error));
    });
    // Perhaps nobody waits for it yet when it breaks off.
    ended.catch(() => undefined);
    const { run, headers } = await joinChannel({
      onEvent: (event) => {
        if (event.type === 'failed') settle(new Refusal(event.text, event.code));
        else if (event.type === 'done') settle();
        else onEvent?.(event);
      },
      onLost: () => settle(new TypeError('the stream ended before it was done')),
    });
    const cancel = (): void => {
      fetch('api/cancel', { method: 'POST', headers }).catch(() => undefined);
      settle(new DOMException('cancelled', 'AbortError'));
    };
    signal?.addEventListener('abort', cancel, { once: true });
    if (signal?.aborted === true) cancel();
    try {
      const response = await post(name, input, { headers });
      if (response.status === 409 && attempt === 0) {
        forgetChannel();
        continue;
      }
      if (!response.ok) throw await refusalOf(response);
      await ended;
      return;
    } finally {
      signal?.removeEventListener('abort', cancel);
      leaveChannel(run);
    }
  }
}

async function followEvents(
  response: Response,
  onEvent?: (event: WireEvent) => void,
): Promise<WireReply | undefined> {
  if (!response.ok || response.body === null) throw await refusalOf(response);
  let last: WireReply | undefined;
  for await (const event of readEvents<WireEvent>(response.body)) {
    if (event.type === 'done') return last;
    if (event.type === 'failed') throw new Refusal(event.text, event.code);
    if (event.type === 'reply') last = event.reply;
    onEvent?.(event);
  }
  throw new TypeError('the stream ended before it was done');
}

async function refusalOf(response: Response): Promise<Error> {
  const said = (await response.json().catch(() => ({}))) as { text?: string; code?: string };
  return said.text === undefined
    ? new TypeError(`unexpected answer ${response.status}`)
    : new Refusal(said.text, said.code ?? 'unexpected');
}

/** One frame of an editor. Throws as {@link act}. */
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

/** The attribute choices; resolves when the model is ready. */
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

/** How large a picture is wanted, by default as a pull has it, and whether to save it as a PNG. */
export interface PictureOptions {
  readonly size?: PictureSize;
  readonly download?: boolean;
  /** How often it was asked for in vain: a browser may remember that. */
  readonly tries?: number;
}

/** The address of a portrait's picture, which only those get who may see it. */
export function pictureUrl(id: string, options: PictureOptions = {}): string {
  const { size, download, tries = 0 } = options;
  const query = new URLSearchParams({
    ...(size === undefined ? {} : { size }),
    ...(download === true ? { format: 'png', download: '' } : {}),
    ...(tries > 0 ? { try: String(tries) } : {}),
  });
  return `api/portraits/${id}/picture${query.size > 0 ? `?${query.toString()}` : ''}`;
}
