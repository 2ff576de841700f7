/** Things people say to a bot without wanting a face, in the product's languages. */
const TALK = {
  hello:
    /^(hi+|hello|hey+|yo|good (morning|evening|day)|你好|您好|嗨|哈[喽囉罗羅]|早安?|晚上好|こんにち[はわ]|こんばん[はわ]|おはよう(ございます)?|やあ|はじめまして|ハロー)( there| bot)?$/iu,
  thanks:
    /^(thanks?( you)?( a lot| so much| very much)?|thx|ty|cheers|多?[谢謝]{1,2}(你|您|啦|了)?|多[谢謝]|感[谢謝]|ありがとう?(ございま(す|した))?|どうも|サンキュー?)$/iu,
} as const;

/** The kind of small talk in a text; undefined for anything that may be a description. */
export function findSmallTalk(text: string): keyof typeof TALK | undefined {
  const words = text
    .replaceAll(/[\p{P}\p{S}\p{Extended_Pictographic}\uFE0F]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const kinds = Object.keys(TALK) as (keyof typeof TALK)[];
  return kinds.find((kind) => TALK[kind].test(words));
}
