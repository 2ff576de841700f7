import type { Language } from '../../attributes/language.js';

/** A language's words for the parts of a prompt or a character sheet, in normalised spelling. */
interface Headings {
  /** Keys whose whole value is about one noun: each of its items is read beside it. */
  readonly nouns: string;
  /** Keys that name nothing to draw: what follows speaks for itself. */
  readonly empty: string;
  /** Headings behind which image generators take what must not be drawn. */
  readonly negative: string;
  /** Keys with which the settings of an image generator begin; the rest of the line is of them as well. */
  readonly settings: string;
}

type Written = Exclude<Language, 'zh-TW'>;

/** Simplified and traditional forms stand side by side, as in chinese.ts. */
const HEADINGS: Readonly<Record<Written, Headings>> = {
  en: {
    nouns:
      'hair, hair color, hair colour, hair style, hairstyle, hair length, eyes, eye color, eye colour, eye, skin, skin tone, bangs',
    empty:
      'gender, sex, appearance, looks, look, description, features, feature, extras, extra, details, traits, character, clothing, clothes, attire, outfit, accessories, species, race, class',
    negative:
      'negative prompt, negative prompts, negative_prompt, negative-prompt, negative, negatives, neg prompt, undesired content, unwanted',
    settings:
      'steps, sampler, sampling method, cfg scale, cfg, denoising strength, clip skip, model hash, hires upscale, hires upscaler, hires steps, lora hashes',
  },
  'zh-CN': {
    nouns:
      '发色, 髮色, 头发, 頭髮, 发型, 髮型, 发长, 髮長, 瞳色, 眼睛, 眼色, 眸色, 瞳, 肤色, 膚色, 刘海, 劉海',
    empty:
      '性别, 性別, 外貌, 外观, 外觀, 长相, 長相, 特征, 特徵, 服装, 服裝, 衣着, 衣著, 种族, 種族, 配饰, 配飾, 正面',
    negative:
      '负面提示词, 負面提示詞, 反向提示词, 反向提示詞, 负面词, 負面詞, 反向词, 反向詞, 负面, 負面, 不要的, 排除',
    settings: '采样器, 採樣器, 采样方法, 采样步数, 迭代步数, 步数, 步數, 提示词相关性',
  },
  ja: {
    nouns: '髪, 髪色, 髪型, 髪の色, 髪の長さ, 目, 目の色, 瞳の色, 肌, 肌の色, 前髪',
    empty: '外見, 容姿, 見た目, 特徴, 服, 衣装, 種族, アクセサリー',
    negative: 'ネガティブプロンプト, 除外プロンプト, ネガティブ, 除外',
    settings: 'サンプラー, サンプリング方法, ステップ数, cfgスケール',
  },
};

function gather(part: keyof Headings): ReadonlySet<string> {
  return new Set(Object.values(HEADINGS).flatMap((headings) => headings[part].split(', ')));
}

/** Keys of a sheet that name what their value says something of, in every language. */
export const NOUN_KEYS = gather('nouns');
/** Keys of a sheet without a meaning of their own, in every language. */
export const EMPTY_KEYS = gather('empty');
/** Headings of what is not wanted, in every language. */
export const NEGATIVE_HEADINGS = gather('negative');
/** Keys of an image generator's settings, in every language. */
export const SETTING_HEADINGS = gather('settings');
