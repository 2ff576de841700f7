/** Words for children and for people under age. */
const CHILDREN = new Set(
  (
    'child children kid kids kiddo toddler toddlers baby babies infant loli lolis shota shotas minor minors underage ' +
    'preteen preteens tween tweens teen teens teenage teenager teenagers schoolgirl schoolgirls schoolboy schoolboys ' +
    'schoolchild youngster jk jc js'
  ).split(' '),
);
const CHILDREN_IN_TWO =
  /\b(?:(?:little|small|young|school) (?:girl|boy)s?|(?:\d|1[0-7])[ -]?(?:years?[ -]?old|yo|yrs?))\b/u;
const CHILDREN_UNSPACED =
  /萝莉|蘿莉|幼女|幼童|儿童|兒童|小女孩|小男孩|小孩|孩子|孩童|正太|小学生|小學生|初中生|中学生|高中生|女高|未成年|ロリ(?!ータ|ィタ)|ショタ|幼児|児童|女児|男児|子供|こども|子ども|女子高生|女子中学生|女子小学生|高校生|(?:^|\D)(?:\d|1[0-7])\s*[岁歳歲才]/u;

/** Words that say something improper beside a child only; what the kept lists hold is refused by itself. */
const SUGGESTIVE = new Set(
  (
    'sexy seductive seductively seducing sensual lewd suggestive provocative busty voluptuous topless bottomless ' +
    'undressed undressing stripping striptease lingerie panties panty underwear undies bra thong bikini microbikini ' +
    'cleavage breasts breast boobs oppai ass escort suck sucks domination naked'
  ).split(' '),
);
const SUGGESTIVE_UNSPACED =
  /裸(?!足|眼)|全裸|性感|色情|诱惑|誘惑|内衣|內衣|内裤|內褲|胸罩|比基尼|巨乳|大胸|爆乳|乳沟|脱光|脫光|脱衣|セクシー|エロ|下着|ビキニ|おっぱい|谷間|お尻|変態|スク水|パンチラ|パンティ/u;

/** True if a normalised text names a child beside words that are improper there. */
export function isOfMinor(text: string, words: readonly string[], hasCjk: boolean): boolean {
  const isSuggestive =
    words.some((word) => SUGGESTIVE.has(word)) || (hasCjk && SUGGESTIVE_UNSPACED.test(text));
  if (!isSuggestive) return false;
  if (words.some((word) => CHILDREN.has(word)) || CHILDREN_IN_TWO.test(text)) return true;
  return hasCjk && CHILDREN_UNSPACED.test(text);
}
