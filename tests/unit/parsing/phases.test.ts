import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { normalizeText } from '../../../src/parsing/normalize/normalize-text.js';
import { parseDescription } from '../../../src/parsing/parse-description.js';
import { scanText } from '../../../src/parsing/segment/scan-text.js';
import { splitSections } from '../../../src/parsing/sections/sections.js';
import { summarize } from './summarize-request.js';
import { itemsOf, showFindings, showItem, showTokens, tokensOf } from './phases.js';

// The lexicon is indexed with the first description.
beforeAll(() => {
  parseDescription('');
}, 120_000);

describe('normalizing', () => {
  it.each([
    ['Blonde Hair', 'blonde hair'],
    ['ＢＬＵＥ　ｅｙｅｓ', 'blue eyes'],
    ['ｷﾝﾊﾟﾂ', 'キンパツ'],
    ['blue‐eyed – girl', 'blue-eyed - girl'],
    ['a\u200bb', 'ab'],
    ['髪\ufe0f', '髪'],
    ['É', 'é'],
  ])('writes %j as %j', (text, normalized) => {
    expect(normalizeText(text)).toBe(normalized);
  });
});

describe('segmenting', () => {
  it.each([
    ['黒髪ロング', '黒|髪|ロング'],
    ['性别：女', '性别|:|女'],
    ['金髪の先輩', '金|髪|の|先輩'],
    ['タイトスカート', 'タイト|スカート'],
    ['アドレス', 'アドレス'],
    ['blue-eyed girl', 'blue|eyed|girl'],
    ['黒髪の先住民', '黒|髪|の|先住民'],
    ['red hair #ff0000', 'red|hair|#ff0000'],
    ['rgb(1, 2, 3) eyes', 'rgb(1, 2, 3)|eyes'],
    ['(((red hair)))', 'red|hair'],
    ['mr. pink', 'mr|pink'],
    ['印花裙子', '印花|裙子'],
    ['困惑的女孩', '困惑|的|女孩'],
    ['身材修长', '身材修长'],
    ['^_^ smile', '^_^|smile'],
    ['红发👍🏻', '红|发|👍|🏻'],
  ])('cuts %s into %s', (text, lexemes) => {
    expect(
      scanText(normalizeText(text), 500)
        .map((lexeme) => lexeme.text)
        .join('|'),
    ).toBe(lexemes);
  });
});

describe('recognizing', () => {
  it.each([
    ['long silver hair', 'long:trait silver:color hair:part'],
    ['hair over one eye', 'hair over one eye:attribute'],
    ['hair over her left eye', 'hair:part over her left eye:trait her:pronoun'],
    ['purpel hiar', 'purpel:color hiar:part'],
    ['longbluehair', 'long:trait blue:color hair:part'],
    ['hatless', 'no:not hat:attribute'],
    ['looong hair', 'looong:trait hair:part'],
    ['brushing snow', 'brushing:unknown snow:color'],
    ['rarely smiles', 'rarely:not smiles:attribute'],
    ['黑长直', '黑长直:attribute'],
    ['twin tails', 'twin tails:attribute'],
    ['blueish grey', 'blueish:tint grey:color'],
    ['a car', 'a:filler car:part'],
    ['金髪じゃない', '金:color 髪:part じゃない:not:after'],
  ])('reads %s as the tokens %s', (text, tokens) => {
    expect(showTokens(tokensOf(text))).toBe(tokens);
  });
});

describe('the items of a clause', () => {
  it.each([
    ['long silver hair', '<long> <silver> hair:hair'],
    ['light blue and pink hair', '<light blue and pink> hair:hair'],
    ['reddish brown hair', '<reddish brown> hair:hair'],
    ['not a hat', 'not hat:wear'],
    ['ribbon and a dress', 'ribbon:wear and dress:wear'],
    ['发尾渐变粉色', '发尾:✗ is <粉色>'],
    ['首に黒いリボン', '首:neck and <黒い> リボン:wear'],
    ['holding a hat', 'held hat:✗'],
    ['flower shirt', 'flower:✗ shirt:wear'],
    ['a little sad', 'sad:expression'],
    ['off-shoulder gown', 'off shoulder:wear gown:wear'],
    ['eyes left gold', 'eyes:eyes <gold>'],
    ['リボンを首に', 'リボン:wear with 首:neck and'],
    ['half pink half blue hair', '<half pink half blue> hair:hair'],
    ['wine red car', '<wine red> car:other'],
  ])('of %s are %s', (text, items) => {
    expect(itemsOf(text).map(showItem).join(' ')).toBe(items);
  });
});

describe('binding', () => {
  it.each([
    ['long silver hair', 'hair[long, silver]'],
    ['hair long silver', 'hair[long, silver]'],
    ['blue hair and eyes', 'hair[blue] eyes[blue]'],
    ['hair and eyes are blue', 'hair[blue] eyes[blue]'],
    ['hair blue eyes red', 'hair[blue] eyes[red]'],
    ['no hat or ribbon', '≠hat[] ≠ribbon[]'],
    ['a red car', 'car[red]'],
    ['the car is red', 'car[red]'],
    ['hair is not blue', 'hair[≠blue]'],
    ['neither long nor short hair', '≠hair[≠long, ≠short]'],
    ['black hair long', 'hair[black, long]'],
    ['黒髪ショート', '髪[黒, ショート]'],
    ['髪は青じゃなくて赤', '髪[≠青, 赤]'],
    ['頭髮和眼睛是藍色', '頭髮[藍色] 眼睛[藍色]'],
    ['one red eye and one blue eye', 'eye[] eye[red + blue]'],
    ['a girl in red', 'girl[] lone[red]'],
    ['eyes red like rubies', 'eyes[red]'],
    ['her name is Violet', 'name[]'],
    ['violet-chan has green eyes', 'eyes[green]'],
    ['green teary eyes', 'teary[] eyes[green]'],
    ['目が青くて眼鏡', '目[青くて] 眼鏡[]'],
    ['eyes blue but hair red', 'eyes[blue] hair[red]'],
    ['pink', 'lone[pink]'],
    ['dress red long', 'dress[red, long]'],
  ])('finds in %s: %s', (text, findings) => {
    expect(showFindings(text)).toBe(findings);
  });
});

describe('docs/understanding.md', () => {
  const [sentence = '', normalized = '', lexemes = '', tokens = '', ...rest] = readFileSync(
    'docs/understanding.md',
    'utf8',
  )
    .split('\n')
    .filter((line) => line.startsWith('    '))
    .map((line) => line.trim());
  const [wanted = ''] = splitSections(normalized).map(({ text }) => text);
  const clauses = wanted.split(/[,.]/u).filter((clause) => clause.trim() !== '');

  it('follows its sentence as the code does', () => {
    expect(normalizeText(sentence)).toBe(normalized);
    expect(
      scanText(wanted, 500)
        .map((lexeme) => lexeme.text)
        .join('|'),
    ).toBe(lexemes);
    expect(showTokens(tokensOf(wanted))).toBe(tokens);
    expect([
      ...clauses.map((clause) => itemsOf(clause).map(showItem).join(' ')),
      ...clauses.map(showFindings),
      summarize(sentence),
    ]).toEqual(rest);
  });
});
