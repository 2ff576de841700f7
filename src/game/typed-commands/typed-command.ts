/** A command as people type it, wherever commands are typed and not picked. */
export interface TypedCommand {
  /** With hyphens, whatever else it is called; not necessarily a command that there is. */
  readonly name: string;
  /** The bot it is meant for, where it says so: `/show@some_bot 3`. */
  readonly botUsername?: string;
  readonly rest: string;
}

/** Other ways to write a command, the languages' own words among them. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  gacha: ['g', 'pull', 'ガチャ', '扭蛋', '轉蛋', '抽'],
  endless: ['mugen', '無限', '无限'],
  stop: ['止める', '停'],
  morph: ['変える', '变身', '變身'],
  change: ['属性変更', '改'],
  vary: ['similar', '似た顔', '相似'],
  blend: ['mix', 'かけあわせ', '融合'],
  favorites: ['favourites', 'favs', 'fav', 'gallery', '生成一覧', 'お気に入り', '收藏'],
  drop: ['remove'],
  'forget-me': ['forgetme', 'forget'],
  help: ['?', 'ヘルプ', '帮助', '說明'],
};

const NAMES = new Map<string, string>(
  Object.entries(ALIASES).flatMap(([name, words]) => words.map((word) => [word, name] as const)),
);

/** Splits `/name@bot rest`; undefined for a text that does not begin with a slash. */
export function splitCommand(text: string): TypedCommand | undefined {
  const match = /^[/／]([^\s@]*)(?:@(\S*))?\s*([\s\S]*)$/.exec(text.trim());
  if (match === null) return undefined;
  const [, word = '', botUsername = '', rest = ''] = match;
  const typed = word.toLowerCase().replaceAll('_', '-');
  const command = { name: NAMES.get(typed) ?? typed, rest: rest.trim() };
  return botUsername === '' ? command : { ...command, botUsername };
}
