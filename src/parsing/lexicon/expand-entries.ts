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
  fa: '头发 頭髮 刘海 劉海 瀏海 长发 发丝 碎发'.split(' '),
  kami: '髪 前髪 髪の毛 長い前髪'.split(' '),
  katame: '片目 片方の目 右目 左目 片方の瞳 右の目 左の目'.split(' '),
  dao: '到 至 及 过 過 齐 齊 垂到 垂至 长到 長到 长及 長及 长至 長至 披到 拖到 留到 快到'.split(
    ' ',
  ),
  yao: '腰 腰间 腰間 腰际 腰際 腰部 腰后 臀 臀部 屁股 膝 膝盖 膝蓋 脚 腳 脚踝 腳踝 脚跟 背 背部 背后 背後 后背 大腿 小腿 地 地面 地板'.split(
    ' ',
  ),
  jian: '肩 肩膀 肩头 肩頭 肩部 锁骨 鎖骨 胸 胸口 胸前 胸部'.split(' '),
  ear: '耳 耳朵 耳边 耳邊 耳根 耳垂 耳际 下巴 脖子 脖颈 脖頸 颈部'.split(' '),
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
