import { refusalOf } from './discord-error.js';
import type { Outgoing } from './outgoing.js';
import type { ReplyTarget, SentMessage } from './reply-target.js';
import type { Localized } from '../caller.js';

/** Attachment limit that holds everywhere. https://docs.discord.com/developers/reference#uploading-files */
const usualLimitBytes = 10 * 1024 * 1024;
const attempts = 3;

/**
 * Sends a picture in a size that Discord takes here, and says so where it is smaller than drawn.
 * If nothing fits, the words and buttons go alone; if only the words are refused, the picture
 * goes without them.
 */
export async function sendFitting(
  speech: Localized,
  { target, outgoing }: { target: ReplyTarget; outgoing: Outgoing },
  send: (outgoing: Outgoing) => Promise<SentMessage>,
): Promise<SentMessage> {
  try {
    return await sendSmaller(speech, { target, outgoing }, send);
  } catch (error) {
    if (refusalOf(error) !== 'words') throw error;
    speech.context.log.info({ err: error }, 'words refused here: sending without them');
    const unsaid = { ...outgoing, content: speech.t('discord:wordsRefused') };
    return sendSmaller(speech, { target, outgoing: unsaid }, send);
  }
}

async function sendSmaller(
  speech: Localized,
  { target, outgoing }: { target: ReplyTarget; outgoing: Outgoing },
  send: (outgoing: Outgoing) => Promise<SentMessage>,
): Promise<SentMessage> {
  let limit = target.attachmentLimit ?? usualLimitBytes;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const fitted = await fit(speech, outgoing, limit);
    if (fitted === undefined) break;
    try {
      return await send(fitted);
    } catch (error) {
      if (refusalOf(error) !== 'too-large') throw error;
      const bytes = fitted.picture?.picture.bytes.length ?? 0;
      if (bytes === 0) throw error;
      speech.context.log.warn({ err: error, bytes, limit }, 'picture over the size limit');
      limit = Math.floor(bytes / 2);
    }
  }
  const { picture: _tooLarge, ...words } = outgoing;
  return send({ ...words, content: `${words.content}\n${speech.t('discord:pictureTooLarge')}` });
}

/** {@link sendFitting} as the answer itself. */
export function showFitting(
  speech: Localized,
  target: ReplyTarget,
  outgoing: Outgoing,
): Promise<SentMessage> {
  return sendFitting(speech, { target, outgoing }, (what) => target.show(what));
}

/** Undefined where it cannot be made small enough. */
async function fit(
  { context, t }: Localized,
  outgoing: Outgoing,
  limit: number,
): Promise<Outgoing | undefined> {
  const { picture: drawn, content } = outgoing;
  if (drawn === undefined || drawn.picture.bytes.length <= limit) return outgoing;
  const picture = await context.game.pictures.fit(drawn.picture, limit);
  if (picture === undefined) return undefined;
  const remark = t('discord:pictureSmaller');
  const isNoted = /\n-# [^\n]*$/.test(content);
  return {
    ...outgoing,
    picture: { ...drawn, picture },
    content: isNoted ? `${content} · ${remark}` : `${content}\n-# ${remark}`,
  };
}
