import type { Language } from '../attributes/language.js';
import type { GroupName } from '../attributes/vocabulary.js';

type Phrases = Readonly<Record<GroupName, Readonly<Record<string, string>>>>;

/** How a language says a colour of hair or eyes, and puts colours and phrases together. */
export interface Phrasebook {
  /** Whole phrases for each group and value but the colours; the parser reads them back. */
  readonly phrases: Phrases;
  /** "red hair" from "red", or from several colours joined by `mixture`. */
  readonly hair: (color: string) => string;
  /** "red eyes", in the same way. */
  readonly eyes: (color: string) => string;
  /** Stands between two colours. */
  readonly mixture: string;
  /** Stands between phrases. */
  readonly separator: string;
}

const ENGLISH: Phrases = {
  hair_color: {},
  eye_color: {},
  hair_length: { short: 'short hair', medium: 'medium hair', long: 'long hair' },
  hair_style: {
    straight: 'straight hair',
    wavy: 'wavy hair',
    twintails: 'twintails',
    ponytail: 'ponytail',
  },
  bangs: {
    blunt: 'blunt bangs',
    swept: 'swept bangs',
    strands: 'hair between eyes',
    none: 'no bangs',
  },
  mouth: { closed: 'closed mouth', open: 'open mouth' },
  expression: { smile: 'smile', neutral: 'neutral expression', sad: 'sad', angry: 'angry' },
  eyes: { open: 'open eyes', half: 'half-closed eyes', closed: 'closed eyes' },
  blush: { no: 'no blush', yes: 'blush' },
  ornament: {
    none: 'no hair ornament',
    ribbon: 'ribbon',
    flower: 'hair flower',
    hairband: 'hairband',
    hat: 'hat',
    animal_ears: 'animal ears',
  },
  neck: { none: 'bare neck', choker: 'choker', tie: 'tie', scarf: 'scarf' },
  outfit: { shirt: 'shirt', jacket: 'jacket', bare_shoulders: 'bare shoulders', dress: 'dress' },
  skin: { light: 'light skin', dark: 'dark skin' },
  look: { feminine: 'girl', masculine: 'boy' },
  glasses: { no: 'no glasses', yes: 'glasses' },
  era: { classic: 'retro style', modern: 'modern style' },
};

const SIMPLIFIED: Phrases = {
  hair_color: {},
  eye_color: {},
  hair_length: { short: '短发', medium: '中长发', long: '长发' },
  hair_style: { straight: '直发', wavy: '卷发', twintails: '双马尾', ponytail: '马尾' },
  bangs: { blunt: '齐刘海', swept: '斜刘海', strands: '碎刘海', none: '没有刘海' },
  mouth: { closed: '闭嘴', open: '张嘴' },
  expression: { smile: '微笑', neutral: '面无表情', sad: '悲伤', angry: '生气' },
  eyes: { open: '睁眼', half: '半睁眼', closed: '闭眼' },
  blush: { no: '没有腮红', yes: '脸红' },
  ornament: {
    none: '没有发饰',
    ribbon: '蝴蝶结',
    flower: '头花',
    hairband: '发箍',
    hat: '帽子',
    animal_ears: '兽耳',
  },
  neck: { none: '没有颈饰', choker: '项圈', tie: '领带', scarf: '围巾' },
  outfit: { shirt: '衬衫', jacket: '外套', bare_shoulders: '露肩', dress: '连衣裙' },
  skin: { light: '浅色皮肤', dark: '深色皮肤' },
  look: { feminine: '女孩', masculine: '男孩' },
  glasses: { no: '不戴眼镜', yes: '眼镜' },
  era: { classic: '复古风', modern: '现代风' },
};

const TRADITIONAL: Phrases = {
  hair_color: {},
  eye_color: {},
  hair_length: { short: '短髮', medium: '中長髮', long: '長髮' },
  hair_style: { straight: '直髮', wavy: '捲髮', twintails: '雙馬尾', ponytail: '馬尾' },
  bangs: { blunt: '齊瀏海', swept: '斜瀏海', strands: '碎瀏海', none: '沒有瀏海' },
  mouth: { closed: '閉嘴', open: '張嘴' },
  expression: { smile: '微笑', neutral: '面無表情', sad: '悲傷', angry: '生氣' },
  eyes: { open: '睜眼', half: '半睜眼', closed: '閉眼' },
  blush: { no: '沒有腮紅', yes: '臉紅' },
  ornament: {
    none: '沒有髮飾',
    ribbon: '蝴蝶結',
    flower: '頭花',
    hairband: '髮箍',
    hat: '帽子',
    animal_ears: '獸耳',
  },
  neck: { none: '沒有頸飾', choker: '項圈', tie: '領帶', scarf: '圍巾' },
  outfit: { shirt: '襯衫', jacket: '外套', bare_shoulders: '露肩', dress: '連衣裙' },
  skin: { light: '淺色皮膚', dark: '深色皮膚' },
  look: { feminine: '女孩', masculine: '男孩' },
  glasses: { no: '不戴眼鏡', yes: '眼鏡' },
  era: { classic: '復古風', modern: '現代風' },
};

const JAPANESE: Phrases = {
  hair_color: {},
  eye_color: {},
  hair_length: { short: 'ショートヘア', medium: 'ミディアムヘア', long: 'ロングヘア' },
  hair_style: {
    straight: 'ストレートヘア',
    wavy: 'ウェーブヘア',
    twintails: 'ツインテール',
    ponytail: 'ポニーテール',
  },
  bangs: {
    blunt: 'ぱっつん前髪',
    swept: '斜め前髪',
    strands: '目にかかる前髪',
    none: '前髪なし',
  },
  mouth: { closed: '口を閉じている', open: '口を開けている' },
  expression: { smile: '笑顔', neutral: '無表情', sad: '悲しい顔', angry: '怒り顔' },
  eyes: { open: '目を開けている', half: '半目', closed: '目を閉じている' },
  blush: { no: '赤面なし', yes: '赤面' },
  ornament: {
    none: '髪飾りなし',
    ribbon: 'リボン',
    flower: '花飾り',
    hairband: 'カチューシャ',
    hat: '帽子',
    animal_ears: '獣耳',
  },
  neck: { none: '首飾りなし', choker: 'チョーカー', tie: 'ネクタイ', scarf: 'マフラー' },
  outfit: { shirt: 'シャツ', jacket: 'ジャケット', bare_shoulders: '肩出し', dress: 'ワンピース' },
  skin: { light: '色白', dark: '褐色肌' },
  look: { feminine: '女の子', masculine: '男の子' },
  glasses: { no: '眼鏡なし', yes: '眼鏡' },
  era: { classic: 'レトロ風', modern: '今風' },
};

type Names = Readonly<Record<string, string>>;

const ENGLISH_COLORS: Names = {};

const SIMPLIFIED_COLORS: Names = {
  aqua: '水蓝色',
  black: '黑色',
  blonde: '金色',
  blue: '蓝色',
  brown: '棕色',
  gray: '灰色',
  green: '绿色',
  orange: '橙色',
  pink: '粉色',
  purple: '紫色',
  red: '红色',
  silver: '银色',
  white: '白色',
  yellow: '黄色',
};

const TRADITIONAL_COLORS: Names = {
  ...SIMPLIFIED_COLORS,
  aqua: '水藍色',
  black: '黑色',
  blue: '藍色',
  green: '綠色',
  pink: '粉色',
  red: '紅色',
  silver: '銀色',
  yellow: '黃色',
};

const JAPANESE_COLORS: Names = {
  aqua: '水色',
  black: '黒',
  blonde: '金',
  blue: '青',
  brown: '茶色',
  gray: '灰色',
  green: '緑',
  orange: 'オレンジ',
  pink: 'ピンク',
  purple: '紫',
  red: '赤',
  silver: '銀',
  white: '白',
  yellow: '黄色',
};

/** The compounds that people say instead of "color の髪"; mixtures have none. */
const JAPANESE_HAIR: Names = {
  黒: '黒髪',
  金: '金髪',
  青: '青髪',
  茶色: '茶髪',
  緑: '緑髪',
  オレンジ: 'オレンジ髪',
  ピンク: 'ピンク髪',
  紫: '紫髪',
  赤: '赤髪',
  銀: '銀髪',
  白: '白髪',
};

const JAPANESE_EYES: Names = {
  黒: '黒い目',
  金: '金色の目',
  青: '青い目',
  茶色: '茶色い目',
  オレンジ: 'オレンジ色の目',
  赤: '赤い目',
  銀: '銀色の目',
  白: '白い目',
  黄色: '黄色い目',
};

/** A colour value's name; English vocabulary values are English words. */
export function colorName(value: string, language: Language): string {
  const names = {
    en: ENGLISH_COLORS,
    'zh-CN': SIMPLIFIED_COLORS,
    'zh-TW': TRADITIONAL_COLORS,
    ja: JAPANESE_COLORS,
  }[language];
  return names[value] ?? value;
}

/** Every language's wording of the vocabulary; tests hold that the parser reads each phrase back as its value. */
export const PHRASEBOOKS: Readonly<Record<Language, Phrasebook>> = {
  en: {
    phrases: ENGLISH,
    hair: (color) => `${color} hair`,
    eyes: (color) => `${color} eyes`,
    mixture: ' and ',
    separator: ', ',
  },
  'zh-CN': {
    phrases: SIMPLIFIED,
    hair: (color) => `${color}头发`,
    eyes: (color) => `${color}眼睛`,
    mixture: '和',
    separator: '，',
  },
  'zh-TW': {
    phrases: TRADITIONAL,
    hair: (color) => `${color}頭髮`,
    eyes: (color) => `${color}眼睛`,
    mixture: '和',
    separator: '，',
  },
  ja: {
    phrases: JAPANESE,
    hair: (color) => JAPANESE_HAIR[color] ?? `${color}の髪`,
    eyes: (color) => JAPANESE_EYES[color] ?? `${color}の目`,
    mixture: 'と',
    separator: '、',
  },
};
