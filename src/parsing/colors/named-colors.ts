import { colornames } from 'color-name-list';

/** Twice as many places as names, so that few look-ups meet another name first. */
const PLACES = 2 ** 16;
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** For each place one more than the index of its name; 0 where there is none. */
let places: Uint16Array | undefined;

/**
 * The hex code that the colour-name list gives a lower-case name of one or several words.
 *
 * A hash table over the list as it is: a Map of its 30,000 names took ten times the memory.
 */
export function findNamedColor(name: string): string | undefined {
  const table = getNamedColors();
  for (let place = placeOf(name); ; place = (place + 1) % PLACES) {
    const entry = colornames[(table[place] ?? 0) - 1];
    if (entry === undefined) return undefined;
    if (entry.name.length === name.length && entry.name.toLowerCase() === name) return entry.hex;
  }
}

/** The hash table, built on first use. */
export function getNamedColors(): Uint16Array {
  places ??= buildTable();
  return places;
}

function buildTable(): Uint16Array {
  const table = new Uint16Array(PLACES);
  for (const [index, { name }] of colornames.entries()) {
    let place = placeOf(name);
    while (table[place] !== 0) place = (place + 1) % PLACES;
    table[place] = index + 1;
  }
  return table;
}

/** FNV-1a over the ASCII characters, capitals as small letters: all spellings of a name share a place. */
function placeOf(text: string): number {
  let hash = FNV_BASIS;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isCapital = code >= 0x41 && code <= 0x5a;
    if (code < 0x80) hash = Math.imul(hash ^ (isCapital ? code + 0x20 : code), FNV_PRIME);
  }
  return (hash >>> 0) % PLACES;
}
