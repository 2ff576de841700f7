/**
 * The callback data of buttons: a code, then fields, dots between. Only ids and vocabulary words, so that they
 * work for ever. Codes stay as they are: buttons of years ago still send them.
 * `by` is the only person the button is for, in base 36.
 */
const FIELDS = {
  keep: ['k', 'portraitId'],
  /** Of all that the message's buttons keep. */
  keepAll: ['ka'],
  again: ['a', 'pullId'],
  change: ['c', 'portraitId'],
  changeGroup: ['cg', 'by', 'portraitId', 'group'],
  changeValue: ['cv', 'by', 'portraitId', 'group', 'value'],
  changeMore: ['cm', 'by', 'portraitId'],
  changeDraw: ['cd', 'by', 'portraitId'],
  blend: ['b', 'portraitId'],
  blendPage: ['bp', 'by', 'portraitId', 'page'],
  blendWith: ['bw', 'by', 'portraitId', 'number'],
  blendDraw: ['bd', 'by', 'portraitId', 'number', 'percent'],
  vary: ['v', 'portraitId'],
  animate: ['g', 'portraitId'],
  share: ['s', 'portraitId'],
  enlarge: ['l', 'portraitId'],
  family: ['f', 'portraitId'],
  /** On the way to the one. */
  find: ['i', 'pullId'],
  findPick: ['ip', 'portraitId'],
  findColors: ['ic', 'portraitId'],
  findDetails: ['it', 'portraitId'],
  findBack: ['ib', 'by'],
  /** Asks which of a post's portraits the `action` is about. */
  which: ['w', 'action'],
  favorites: ['fp', 'by', 'page', 'search'],
  show: ['fs', 'by', 'number'],
  rename: ['fn', 'by', 'number'],
  drop: ['fd', 'by', 'number'],
  privacy: ['p', 'by', 'isOpen'],
  erase: ['z', 'by', 'token'],
  stop: ['e', 'runId'],
  goOn: ['o', 'pullId'],
  cancel: ['x', 'by'],
  /** Everything that the bot understands. */
  help: ['h'],
} as const;

const ID = /^[0-9A-Za-z]{12}$/;
const NUMBER = /^[1-9]\d{0,8}$/;
const WORD = /^[a-z][a-z_]{0,31}$/;

/** Anybody can send a bot anything: only what a button of ours could hold is read. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  by: /^-?[0-9a-z]{1,13}$/,
  portraitId: ID,
  pullId: ID,
  runId: ID,
  token: ID,
  group: WORD,
  value: WORD,
  number: NUMBER,
  page: NUMBER,
  percent: /^(25|50|75)$/,
  isOpen: /^[01]$/,
  action: /^(change|blend|share|enlarge)$/,
  search: /^/,
};

type Fields = typeof FIELDS;
type FieldNames<Kind extends keyof Fields> = Fields[Kind] extends readonly [string, ...infer Names]
  ? Extract<Names[number], string>
  : never;

/** A button's meaning. Every field is text. */
export type Action = {
  [Kind in keyof Fields]: { readonly do: Kind } & Readonly<Record<FieldNames<Kind>, string>>;
}[keyof Fields];

/** Bytes that Telegram takes in `callback_data`. */
const LIMIT_BYTES = 64;
const KINDS = new Map(
  Object.entries(FIELDS).map(([kind, [code]]) => [code as string, kind as keyof Fields]),
);

/** Encodes a button's meaning. Cuts its last field where that is free text and too long. */
export function encodeAction(action: Action): string {
  const [code, ...names] = FIELDS[action.do] as readonly [string, ...string[]];
  const values = action as unknown as Readonly<Record<string, string>>;
  let data = [code, ...names.map((name) => values[name] ?? '')].join('.');
  while (action.do === 'favorites' && Buffer.byteLength(data) > LIMIT_BYTES) {
    data = [...data].slice(0, -1).join('');
  }
  if (Buffer.byteLength(data) > LIMIT_BYTES) {
    throw new Error(`callback data over ${LIMIT_BYTES} bytes: ${data}`);
  }
  return data;
}

/** Reads a button back; undefined for anything that is none of ours. */
export function decodeAction(data: string): Action | undefined {
  const [code = '', ...values] = data.split('.');
  const kind = KINDS.get(code);
  if (kind === undefined) return undefined;
  const [, ...names] = FIELDS[kind] as readonly string[];
  if (values.length < names.length || (names.length === 0 && values.length > 0)) return undefined;
  const last = names.length - 1;
  const entries = names.map((name, index): [string, string] => [
    name,
    index === last ? values.slice(index).join('.') : (values[index] ?? ''),
  ]);
  if (!entries.every(([name, value]) => SHAPES[name]?.test(value))) return undefined;
  return { do: kind, ...(Object.fromEntries(entries) as Record<string, string>) } as Action;
}
