/** Scripts that tell their language, the rarer letters first; letters of two in a row, so that an emoticon tells nothing. */
export const SCRIPTS: readonly (readonly [language: string, script: RegExp])[] = [
  ['ko', /\p{Script=Hangul}{2}/u],
  ['th', /\p{Script=Thai}{3}/u],
  ['hi', /\p{Script=Devanagari}{3}/u],
  ['bn', /\p{Script=Bengali}{3}/u],
  ['ar', /\p{Script=Arabic}{3}/u],
  ['ru', /\p{Script=Cyrillic}{3}/u],
  ['vi', /[ơưăđ]|[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u],
];

/** Small words and words of hair and eyes that no English sentence has, by ISO 639-1 code. */
export const FUNCTION_WORDS: Readonly<Record<string, readonly string[]>> = {
  de: 'mit und ein eine einen einem mädchen junge haare haar haaren augen langen blonden blauen blaue der die das'.split(
    ' ',
  ),
  es: 'con y el la los las un una chica chico pelo cabello ojos azul azules verdes rojo rubia largo de'.split(
    ' ',
  ),
  fr: 'avec et le la les un une fille garçon cheveux yeux bleus verts rouges blonde longs des aux de'.split(
    ' ',
  ),
  id: 'gadis rambut mata perak merah biru hijau panjang dengan dan yang perempuan cowok cewek pirang'.split(
    ' ',
  ),
  it: 'con e il la gli un una ragazza ragazzo capelli occhi rossi verdi azzurri biondi lunghi'.split(
    ' ',
  ),
  nl: 'een met haar haren ogen blauwe groene rode bruine lange meisje jongen het van'.split(' '),
  pl: 'dziewczyna chłopak z i włosami włosy oczami oczy niebieskimi długimi fioletowymi czarne'.split(
    ' ',
  ),
  pt: 'com e o a os as um uma garota menina menino cabelo cabelos olhos azuis verdes loira longo'.split(
    ' ',
  ),
  sv: 'flicka pojke med och hår ögon blå blåa röda rött gröna långt en'.split(' '),
  tr: 'kız saçlı gözlü mavi kırmızı yeşil sarı ve bir uzun saç göz erkek'.split(' '),
};
