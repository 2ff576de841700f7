/**
 * The custom ids of buttons, menus and modals. Posts stay for years, so a verb never changes its meaning
 * and a new meaning gets a new verb; only ids of the database and small numbers travel.
 */
const version = 'm1';

const verbs = [
  // Buttons under a post: [post, place] or [post]
  'keep',
  'unkeep',
  'again',
  'change',
  'vary',
  'blend',
  'code',
  'family',
  'enlarge',
  'delete',
  // The menu of a post's faces: [post]
  'face',
  // On the way to the one: [post], [post] and [post, place]
  'find',
  'find-pick',
  'find-colors',
  'find-details',
  // [run]
  'stop',
  // [pull]
  'go-on',
  // Favourites: [page] or [page, search], [], [number]
  'page',
  'pick',
  'show',
  'name',
  'tag',
  'drop',
  // Privacy: ['open' | 'closed'], [token], []
  'privacy',
  'forget',
  'cancel',
  // Modals: [post], or [channel, message] for the entries of a message's menu
  'pull-modal',
  'change-modal',
  'vary-modal',
  'blend-modal',
  'keep-modal',
  'name-modal',
  'tag-modal',
] as const;

/** The action of a press or a submitted modal. The list says which ids each verb carries. */
export type Verb = (typeof verbs)[number];

/** A custom id taken apart. Anybody can forge one: its ids are text of any length, unchecked. */
export interface CustomId {
  readonly verb: Verb;
  readonly ids: readonly string[];
}

/** `m1.keep.a1b2c3d4e5f6.3`; far below Discord's 100 characters. */
export function encodeCustomId(verb: Verb, ...ids: readonly (string | number)[]): string {
  return [version, verb, ...ids].join('.');
}

/** Undefined for what this bot has never sent. */
export function decodeCustomId(text: string): CustomId | undefined {
  const [prefix, verb, ...ids] = text.split('.');
  const known = verbs.find((candidate) => candidate === verb);
  return prefix !== version || known === undefined ? undefined : { verb: known, ids };
}

/** A small number that travelled in a custom id; 0, which nothing has, for anything else. */
export function numberOf(id: string | undefined): number {
  return /^\d{1,9}$/.test(id ?? '') ? Number(id) : 0;
}
