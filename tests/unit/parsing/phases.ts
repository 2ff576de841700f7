import { bindClause } from '../../../src/parsing/bind/bind-clause.js';
import type { Finding } from '../../../src/parsing/bind/clause-state.js';
import type { Item, Modifier } from '../../../src/parsing/clauses/clause-items.js';
import { readItems } from '../../../src/parsing/clauses/read-items.js';
import { normalizeText } from '../../../src/parsing/normalize/normalize-text.js';
import { tokenize, type Token } from '../../../src/parsing/recognize/tokenize.js';
import { isChinese } from '../../../src/parsing/segment/characters.js';

/** The tokens of a text, as its first phases make them. */
export function tokensOf(text: string): Token[] {
  return tokenize(normalizeText(text), 500);
}

/** The items of a text that is one clause. */
export function itemsOf(text: string): Item[] {
  return readItems(tokensOf(text), isChinese(normalizeText(text)));
}

/** Tokens as `text:kind`, side by side. */
export function showTokens(tokens: readonly Token[]): string {
  return tokens.map(({ text, meaning }) => `${text}:${meaning.kind}`).join(' ');
}

function showModifier({ text, isNegated }: Modifier): string {
  return isNegated ? `≠${text}` : text;
}

/** An item in short: a modifier in angle brackets, a noun with its part, any other by its kind. */
export function showItem(item: Item): string {
  if (item.kind === 'modifier') return `<${showModifier(item.modifier)}>`;
  if (item.kind === 'noun') return `${item.text}:${item.isUndrawable ? '✗' : item.part}`;
  return item.kind === 'unknown' ? `?${item.text}` : item.kind;
}

/** The findings of a clause: `hair[long, silver]`, `≠hat[]`, `lone[red]`, `?car`. */
export function showFindings(text: string): string {
  return bindClause(itemsOf(text)).map(showFinding).join(' ');
}

function showFinding(finding: Finding): string {
  if (finding.kind === 'unknown') return `?${finding.text}`;
  if (finding.kind === 'lone') return `lone[${showModifier(finding.modifier)}]`;
  const { noun, modifiers, isNegated } = finding;
  return `${isNegated ? '≠' : ''}${noun.text}[${modifiers.map(showModifier).join(', ')}]`;
}
