import type { Language } from '../attributes/language.js';

/** That English, Chinese and Japanese are read, in languages that are not, by ISO 639-1 code. */
const SENTENCES: Readonly<Record<string, string>> = {
  en: 'I read English, Chinese and Japanese.',
  ja: '英語・中国語・日本語が読めます。',
  'zh-CN': '我看得懂英文、中文和日文。',
  'zh-TW': '我看得懂英文、中文和日文。',
  ar: 'أقرأ الإنجليزية والصينية واليابانية.',
  bn: 'আমি ইংরেজি, চীনা ও জাপানি পড়ি।',
  de: 'Ich lese Englisch, Chinesisch und Japanisch.',
  es: 'Leo inglés, chino y japonés.',
  fr: 'Je lis l’anglais, le chinois et le japonais.',
  hi: 'मैं अंग्रेज़ी, चीनी और जापानी पढ़ता हूँ।',
  id: 'Saya membaca bahasa Inggris, Mandarin, dan Jepang.',
  it: 'Leggo inglese, cinese e giapponese.',
  ko: '영어, 중국어, 일본어를 읽습니다.',
  pl: 'Czytam po angielsku, chińsku i japońsku.',
  pt: 'Leio inglês, chinês e japonês.',
  ru: 'Я читаю по-английски, по-китайски и по-японски.',
  th: 'ฉันอ่านภาษาอังกฤษ จีน และญี่ปุ่น',
  tr: 'İngilizce, Çince ve Japonca okuyorum.',
  vi: 'Tôi đọc tiếng Anh, tiếng Trung và tiếng Nhật.',
};

/** Which languages are read, said in one that is not; in the reader's own where it is none of the larger ones. */
export function readableLanguages(language: string, own: Language): string {
  return SENTENCES[language] ?? SENTENCES[own] ?? '';
}
