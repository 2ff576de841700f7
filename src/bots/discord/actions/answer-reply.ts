import type { Post } from '../../../game/posts/post.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import { mainPlace } from '../views/post-rows.js';
import type { Caller } from '../caller.js';
import { morph } from './edit-portraits.js';
import { enlarge } from './enlarge.js';

/** `3`, `#3`, `3. blue hair`, `3 blue hair`, `3番 青い髪`. */
const numbered =
  /^\s*[#№＃]?(?<number>\d{1,2})(?:\s*[.:：)）、。，,番號号张張枚]+\s*|\s+|$)(?<rest>.*)$/su;

/** A reply to a post: which of its faces it means, and what should change about it. */
export function readReply(
  text: string,
  post: Pick<Post, 'kind' | 'portraitIds'>,
): { readonly place: number | undefined; readonly words: string } {
  const { number, rest = '' } = numbered.exec(text)?.groups ?? {};
  const place = Number(number ?? 0);
  const count = post.portraitIds.length;
  if (count > 1 && place >= 1 && place <= count) return { place, words: rest.trim() };
  return { place: mainPlace(post), words: text.trim() };
}

/** Words in reply to a post change a face of it; a number alone shows that one. Throws what both do. */
export async function answerReply(
  caller: Caller,
  target: ReplyTarget,
  { post, text }: { post: Post; text: string },
): Promise<void> {
  const { place, words } = readReply(text, post);
  if (place === undefined) await target.show({ content: caller.t('discord:reply.which') });
  else if (words === '') await enlarge(caller, target, { post, place });
  else {
    const reference = { postId: post.id, place };
    await morph(caller, target, { reference, prompt: { description: words } });
  }
}
