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
  hid: [
    'hidden by',
    'hidden behind',
    'hidden under',
    'covered by',
    'covered with',
    'obscured by',
    'concealed by',
    'behind',
  ],
  long: ['', 'long', 'thick'],
  bang: ['bangs', 'hair', 'fringe', 'locks'],
  zhe: '遮住 遮住了 遮着 遮 遮挡 遮擋 挡住 擋住 挡着 盖住 蓋住 盖着 遮盖 遮蓋 掩住 遮掩'.split(' '),
  yi: '一只眼 一只眼睛 一隻眼 一隻眼睛 左眼 右眼 单眼 單眼 一边眼睛 半张脸 半張臉 半边脸 半邊臉 半脸'.split(
    ' ',
  ),
  er: '眼睛 双眼 雙眼 两眼 兩眼 眼 了眼睛 视线 視線'.split(' '),
  n: ['1', '2', '3', '4', '5', '6'],
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
