import type { Message } from 'discord.js';
import { UserInputError } from '../../../errors/app-error.js';
import type { Caller } from '../caller.js';

const pictureLimitBytes = 10 * 1024 * 1024;
const downloadTimeoutMs = 20_000;

/** A picture that Discord keeps; of one in an embed the size is not known. */
export interface RemotePicture {
  readonly url: string;
  readonly size?: number;
}

/** The first picture that a message shows: sent along, in an embed, or in a gallery as the bot's own. */
export function findPicture({
  attachments,
  embeds,
  components,
}: Message): RemotePicture | undefined {
  const attached =
    attachments.find(({ contentType }) => contentType?.startsWith('image/')) ?? attachments.first();
  if (attached !== undefined) return attached;
  const shown = [
    ...embeds.map(({ image, thumbnail }) => (image ?? thumbnail)?.proxyURL),
    ...components.flatMap((each) =>
      'items' in each ? each.items.map(({ media }) => media.data.proxy_url) : [],
    ),
  ];
  // Discord's own copy: the address itself may be anybody's server.
  const url = shown.find((each) => each !== undefined);
  return url === undefined ? undefined : { url };
}

/** @throws UserInputError `picture-too-large`, `picture-unreadable` */
export async function downloadPicture(
  caller: Caller,
  { url, size = 0 }: RemotePicture,
): Promise<Uint8Array> {
  const { stopping } = caller.context;
  if (size > pictureLimitBytes) throw tooLarge(size);
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(downloadTimeoutMs)]);
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) throw new Error(`Discord gave ${response.status} for it`);
    return await readWithin(response, pictureLimitBytes);
  } catch (error) {
    if (stopping.aborted || error instanceof UserInputError) throw error;
    caller.context.log.warn({ err: error, url }, 'attachment not downloaded');
    throw new UserInputError('picture-unreadable', 'expected a file that can be downloaded', {
      cause: error,
    });
  }
}

/** The body, as long as it does not turn out larger than it was said to be. */
async function readWithin(response: Response, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    const part = chunk as Uint8Array;
    bytes += part.length;
    if (bytes > mostBytes) throw tooLarge(bytes);
    chunks.push(part);
  }
  return Buffer.concat(chunks);
}

function tooLarge(bytes: number): UserInputError {
  return new UserInputError('picture-too-large', `expected at most ${pictureLimitBytes} bytes`, {
    context: { bytes },
  });
}
