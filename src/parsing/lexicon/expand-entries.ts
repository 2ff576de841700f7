/** Alternatives of each name in braces; '' if it may be left out. */
const SLOTS: Readonly<Record<string, readonly string[]>> = {
  her: ['', 'her', 'his', 'the', 'their', 'my', 'your', 'its'],
  to: [
    'to',
    'past',
    'till',
    'until',
    'upto',
    'reaching',
    'reaches',
    'below',
    'touching',
    'brushing',
  ],
  over: ['over', 'covering', 'covers', 'hiding', 'hides', 'obscuring', 'obscures', 'shading'],
  color: 'black blue brown green orange pink purple red white yellow gold'.split(' '),
  iro: 'murasaki midori orenji pinku mizuiro chairo kiniro giniro haiiro momoiro'.split(' '),
};

const SLOT = /\{(?<name>[a-z]+)\} ?/u;

/** The words and phrases of a lexicon value: `to {her} waist` stands for "to her waist", "to his waist", … */
export function expandEntries(entries: string): string[] {
  return entries.split(', ').flatMap(expand);
}

function expand(entry: string): string[] {
  const match = SLOT.exec(entry);
  const fillings = SLOTS[match?.groups?.['name'] ?? ''];
  if (match === null || fillings === undefined) return [entry];
  const [slot] = match;
  return fillings.flatMap((filling) =>
    expand(entry.replace(slot, filling === '' ? '' : slot.replace(/\{[a-z]+\}/u, filling))),
  );
}
