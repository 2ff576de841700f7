const NO_CHARACTERS = '✗ I know no characters. Describe the hair, the eyes, a mood.';
const REFUSED =
  '✗ I draw faces for everybody, so nothing of that kind. Hair, eyes and a mood are welcome.';
/** The English answer to a description, by the rule that it is an example of; ✗ where nothing is drawn. */
export const SAID_BACK: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'what cannot be drawn is said, once': [
    ['holding a sword, silver hair', 'Understood, but not in these faces: sword.'],
    ['two-tone hair, red eyes', 'Understood, but not in these faces: two tone hair.'],
    ['standing on one leg, blue hair', 'Understood, but not in these faces: standing.'],
    ['red hair, city background', 'Understood, but not in these faces: city, background.'],
    ['muscular boy with abs', 'Understood, but not in these faces: muscular, abs.'],
    [
      'plaid skirt and knee socks, brown hair',
      'Understood, but not in these faces: plaid, skirt, knee socks.',
    ],
    ['grey eyes, black hair', 'Understood, but not in these faces: grey eyes.'],
    [
      'short girl with a long neck and messy blonde hair',
      'Understood, but not in these faces: short girl, long neck, messy hair.',
    ],
    [
      'long eyelashes, pink lips, green eyes',
      'Understood, but not in these faces: long eyelashes, pink lips.',
    ],
    ['elf girl with wings', 'Understood, but not in these faces: elf, wings.'],
    ['red hat, black hair', 'Understood, but not in these faces: red (hat).'],
    ['黑发，蓝色和服，猫尾巴，全身', 'Understood, but not in these faces: 蓝色和服, 猫尾巴, 全身.'],
    ['銀髪、赤い翼、長い袖', 'Understood, but not in these faces: 赤い翼, 長い袖.'],
    ['雙色頭髮，紅眼，揹著書包', 'Understood, but not in these faces: 雙色頭髮, 書包.'],
    [
      'wings and a sword',
      '✗ Understood, but not in these faces: wings, sword. I found nothing in there that I can draw. Try hair and eyes, such as “blonde blue-eyes” or “silver twintails, red eyes, smiling”.',
    ],
  ],
  'what is taken for granted is not said': [
    ['blonde', ''],
    ['blonde blue-eyes', ''],
    ['1girl, solo, brown hair, looking at viewer', ''],
    ['a cute girl with red hair', ''],
    ['twintails, smile', ''],
    ['glasses', ''],
    ['黑长直，红瞳', ''],
    ['金髪', ''],
    ['銀髪の女の子', ''],
    ['金髮碧眼的女生', ''],
    ['she has black hair', ''],
  ],
  'a guess is named where two readings were likely': [
    ['red', 'I took “red” for red hair.'],
    ['pink', 'I took “pink” for pink hair.'],
    ['shy girl', 'I took “shy” for blush.'],
    ['wink', 'I took “wink” for half-closed eyes.'],
    ['dark elf', 'I took “dark elf” for dark skin.'],
    ['粉色', 'I took “粉色” for pink hair.'],
  ],
  'of two that exclude each other, one is named': [
    ['red hair, blue hair', 'Hair: one is drawn, “blue hair” rather than “red hair”.'],
    ['black eyes and green eyes', 'Eyes: one is drawn, “black” rather than “green”.'],
    ['long hair, short hair', 'Length: one is drawn, “short hair” rather than “long hair”.'],
    ['smile, crying', 'Mood: one is drawn, “crying” rather than “smile”.'],
  ],
  'a character is none that is known': [
    ['hatsune miku', NO_CHARACTERS],
    ['五条悟', NO_CHARACTERS],
    ['初音未来，双马尾', 'I know no characters. Describe the hair, the eyes, a mood.'],
    ['naruto with red hair', 'I know no characters. Describe the hair, the eyes, a mood.'],
    ['綾波レイ', NO_CHARACTERS],
    ['Asuka Langley please', NO_CHARACTERS],
    ['刻晴', NO_CHARACTERS],
    ['フリーレン、赤い目', 'I know no characters. Describe the hair, the eyes, a mood.'],
    ['pikachu', NO_CHARACTERS],
    ['saber from fate', NO_CHARACTERS],
  ],
  'another language is answered in that language': [
    ['una chica con el pelo rojo y los ojos verdes', '✗ Leo inglés, chino y japonés.'],
    ['une fille aux cheveux roses et yeux bleus', '✗ Je lis l’anglais, le chinois et le japonais.'],
    ['ein Mädchen mit langen blonden Haaren', '✗ Ich lese Englisch, Chinesisch und Japanisch.'],
    ['девушка с рыжими волосами', '✗ Я читаю по-английски, по-китайски и по-японски.'],
    ['금발 소녀', '✗ 영어, 중국어, 일본어를 읽습니다.'],
    ['cô gái tóc đen mắt xanh', '✗ Tôi đọc tiếng Anh, tiếng Trung và tiếng Nhật.'],
    ['gadis dengan rambut merah', '✗ Saya membaca bahasa Inggris, Mandarin, dan Jepang.'],
    ['menina de cabelo azul e olhos verdes', '✗ Leio inglês, chinês e japonês.'],
    ['लाल बाल वाली लड़की', '✗ मैं अंग्रेज़ी, चीनी और जापानी पढ़ता हूँ।'],
    ['فتاة ذات شعر أحمر', '✗ أقرأ الإنجليزية والصينية واليابانية.'],
    ['lange haren en blauwe ogen', '✗ I read English, Chinese and Japanese.'],
  ],
  'what nobody should see is neither drawn nor said': [
    ['nude girl, red hair', REFUSED],
    ['sexy loli in lingerie', REFUSED],
    ['naked child', REFUSED],
    ['12 year old girl in panties', REFUSED],
    ['裸の少女', REFUSED],
    ['性感萝莉，比基尼', REFUSED],
    ['セクシーなロリ', REFUSED],
    ['hentai girl with red hair', REFUSED],
    ['bondage, blue hair', REFUSED],
    ['goatse', REFUSED],
  ],
  'what is kept out or only sounds like it is no reason to refuse': [
    ['red hair, no nudity', ''],
    ['naked shoulders, brown hair', ''],
    ['gothic lolita dress, blonde', ''],
    ['hair down to her butt', ''],
    ['裸足の少女、黒髪', 'I don’t know “裸足”.'],
    ['a kid in a red hat', 'Understood, but not in these faces: red (hat).'],
  ],
  'unknown words are named once': [
    ['red hair, blorpy, wompus', 'I don’t know “blorpy”, “wompus”.'],
    ['purpel hair', 'I read “purpel” as “purple”.'],
    [
      'flurbly wompus',
      '✗ I found nothing in there that I can draw. Try hair and eyes, such as “blonde blue-eyes” or “silver twintails, red eyes, smiling”.',
    ],
    ['red hair, quzzy', 'I don’t know “quzzy”.'],
  ],
};

/** One example of each rule in the other languages. */
export const SAID_IN: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    'holding a sword, silver hair',
    {
      'zh-CN': '看懂了，但这些脸上画不出：sword。',
      'zh-TW': '看懂了，但這些臉上畫不出：sword。',
      ja: 'わかりましたが、この顔には描けないもの：sword',
    },
  ],
  ['blonde', { 'zh-CN': '', 'zh-TW': '', ja: '' }],
  [
    'red',
    {
      'zh-CN': '“red”我当作红色头发了。',
      'zh-TW': '「red」我當作紅色頭髮了。',
      ja: '「red」は赤髪と受け取りました。',
    },
  ],
  [
    'red hair, blue hair',
    {
      'zh-CN': '发色只能画一种：画了“blue hair”，没画“red hair”。',
      'zh-TW': '髮色只能畫一種：畫了「blue hair」，沒畫「red hair」。',
      ja: '髪の色は一つだけなので、「red hair」ではなく「blue hair」にしました。',
    },
  ],
  [
    'hatsune miku',
    {
      'zh-CN': '✗ 我不认识任何角色。说说头发、眼睛和神情吧。',
      'zh-TW': '✗ 我不認識任何角色。說說頭髮、眼睛和神情吧。',
      ja: '✗ キャラクターの名前はわかりません。髪や目や表情をことばで教えてください。',
    },
  ],
  [
    'una chica con el pelo rojo y los ojos verdes',
    {
      'zh-CN': '✗ Leo inglés, chino y japonés.',
      'zh-TW': '✗ Leo inglés, chino y japonés.',
      ja: '✗ Leo inglés, chino y japonés.',
    },
  ],
  [
    'nude girl, red hair',
    {
      'zh-CN': '✗ 我只画人人都能看的脸，这类内容不画。说说头发、眼睛和神情吧。',
      'zh-TW': '✗ 我只畫人人都能看的臉，這類內容不畫。說說頭髮、眼睛和神情吧。',
      ja: '✗ だれでも見られる顔だけを描いています。そうした内容は描きません。髪や目や表情を教えてください。',
    },
  ],
  ['red hair, no nudity', { 'zh-CN': '', 'zh-TW': '', ja: '' }],
  [
    'red hair, blorpy, wompus',
    {
      'zh-CN': '“blorpy”、“wompus”我都不认识。',
      'zh-TW': '「blorpy」、「wompus」我都不認得。',
      ja: '「blorpy」、「wompus」はわかりませんでした。',
    },
  ],
];
