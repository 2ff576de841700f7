const TAGS = new Set(
  ['b', 'strong', 'i', 'em', 'u', 'ins', 's', 'strike', 'del', 'span', 'tg-spoiler'].concat([
    'a',
    'code',
    'pre',
    'blockquote',
    'tg-emoji',
  ]),
);
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const TOKEN = /<(\/?)([^\s>]*)([^>]*)>|&([a-z0-9#]+);|[<>]/gi;

/** The visible text after Telegram has parsed its entities. */
export function visibleText(text: string, parseMode: unknown): string {
  if (parseMode !== 'HTML') return text;
  return text.replaceAll(TOKEN, (token: string, ...groups: (string | undefined)[]) => {
    const entity = groups[3];
    if (entity === undefined) return token.length > 1 ? '' : token;
    return ENTITIES[entity] ?? '·';
  });
}

/** Why Telegram could not parse an HTML text; undefined when it could. */
export function findHtmlProblem(text: string): string | undefined {
  const open: string[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [token, slash, name, , entity] = match;
    if (entity !== undefined) {
      if (ENTITIES[entity] === undefined && !entity.startsWith('#')) return `entity &${entity};`;
    } else if (name === undefined) {
      return `a bare ${token} at byte offset ${match.index}`;
    } else if (!TAGS.has(name)) {
      return `Unsupported start tag "${name}" at byte offset ${match.index}`;
    } else if (slash !== '/') {
      open.push(name);
    } else if (open.pop() !== name) {
      return `Unexpected end tag at byte offset ${match.index}`;
    }
  }
  const last = open.at(-1);
  return last === undefined ? undefined : `Can't find end tag corresponding to "${last}"`;
}
