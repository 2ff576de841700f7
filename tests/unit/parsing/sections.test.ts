import { describe, expect, it } from 'vitest';
import {
  denyItems,
  dropSettings,
  readPairs,
  readSigns,
  splitSections,
} from '../../../src/parsing/sections/sections.js';
import { normalizeText } from '../../../src/parsing/normalize/normalize-text.js';
import { parseDescription } from '../../../src/parsing/parse-description.js';

const negative = (text: string): string[] =>
  splitSections(dropSettings(normalizeText(text))).flatMap(({ text: part, isNegative }) =>
    isNegative ? [part.trim()] : [],
  );

describe('splitSections', () => {
  it.each([
    ['red hair Negative prompt: hat, blurry', ['hat, blurry']],
    ['red hair\nnegative_prompt: hat\nSteps: 20', ['hat']],
    ['red hair --no hat, glasses --ar 2:3', ['hat, glasses']],
    ['红发，负面提示词：帽子', ['帽子']],
    ['紅髮，反向提示詞：帽子', ['帽子']],
    ['赤髪 ネガティブプロンプト：帽子', ['帽子']],
    ['a girl with no hat', []],
    ['prompt: red hair, smile', []],
    ['well--noted red hair', []],
  ])('finds what %s does not want', (text, unwanted) => {
    expect(negative(text)).toEqual(unwanted);
  });

  it('goes on with what is wanted behind the next heading', () => {
    expect(splitSections('negative prompt: hat prompt: red hair')).toEqual([
      { text: ' hat ', isNegative: true },
      { text: 'prompt: red hair', isNegative: false },
    ]);
  });
});

describe('dropSettings', () => {
  it.each([
    ['1girl, red hair\nsteps: 20, sampler: euler a, seed: 1', '1girl, red hair\n\n'],
    ['red hair, cfg scale: 7, model: red v2', 'red hair, \n'],
    ['sampler: euler negative prompt: hat', '\nnegative prompt: hat'],
    ['采样器: euler, 步数: 20\n红发', '\n\n红发'],
    ['サンプラー: ddim\n金髪', '\n\n金髪'],
    ['two steps: a girl', 'two steps: a girl'],
    ['footsteps in snow, red hair', 'footsteps in snow, red hair'],
    ['size: small, hair: red', 'size: small, hair: red'],
  ])('reads %j as %j', (text, read) => {
    expect(dropSettings(text)).toBe(read);
  });

  it('leaves nothing of them to be told', () => {
    const text = 'red hair\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 5, Size: 512x512';
    expect(parseDescription(text).request).toMatchObject({
      attributes: { hair_color: { red: 1 } },
      unknown: [],
      undrawable: [],
    });
  });
});

describe('readPairs', () => {
  it.each([
    ['异瞳，一蓝一绿', '异瞳，蓝色 绿色'],
    ['一只金色，一只紫色', '金色 紫色'],
    ['一头红发', '一头红发'],
    ['一红发少女', '一红发少女'],
  ])('reads %s as %s', (text, read) => {
    expect(readPairs(text)).toBe(read);
  });
});

describe('denyItems', () => {
  it('denies each item of a list', () => {
    expect(denyItems(' hat, blue hair、帽子,, ')).toBe('no hat, no blue hair, no 帽子');
  });
});

describe('readSigns', () => {
  it.each([
    ['red hair, -hat, +smile', 'red hair, no hat, smile'],
    ['- red hair\n- smile', '- red hair\n- smile'],
    ['blue-eyed, self-assured', 'blue-eyed, self-assured'],
    ['red hair, - smile', 'red hair, - smile'],
  ])('reads %s as %s', (text, read) => {
    expect(readSigns(text)).toBe(read);
  });
});

describe('parseDescription of a negative prompt', () => {
  it.each([
    ['red hair, blue eyes\nNegative prompt: long hair, ribbon', ['hair_color', 'eye_color']],
    ['red hair, smile, Negative prompt: blue eyes, hat', ['hair_color', 'expression']],
    ['银发，蓝瞳，负面提示词：长发，帽子', ['hair_color', 'eye_color']],
    ['金髪、ネガティブプロンプト：帽子', ['hair_color']],
    ['反向提示词：短发，围巾 正向提示词：长发', ['hair_length']],
    ['Hair: long, silver\nNegative prompt: blue eyes', ['hair_color', 'hair_length']],
  ])('takes its heading for no key of a sheet: %j', (text, named) => {
    expect(Object.keys(parseDescription(text).request.attributes).sort()).toEqual(named.sort());
  });

  it('draws nothing of it and quotes nothing of it', () => {
    const result = parseDescription(
      'silver hair Negative prompt: lowres, bad hands, blonde hair, hat',
    );
    expect(result).toMatchObject({ ok: true });
    expect(result.request).toMatchObject({
      attributes: { hair_color: { silver: 1 } },
      unknown: [],
      undrawable: [],
    });
    expect(Object.keys(result.request.attributes)).toEqual(['hair_color']);
  });

  it('takes the other one of two values', () => {
    const { attributes } = parseDescription('red hair --no glasses, blush').request;
    expect(attributes).toMatchObject({ glasses: { no: 1 }, blush: { no: 1 } });
  });

  it('leaves alone what was asked for', () => {
    const { attributes } = parseDescription('glasses Negative prompt: broken glasses').request;
    expect(attributes.glasses).toEqual({ yes: 1 });
  });

  it('is understood when it stands alone', () => {
    expect(parseDescription('--no hat').ok).toBe(true);
  });
});
