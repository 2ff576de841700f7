import { colorsNamed, modeHsl, modeOklab, modeRgb, parse, useMode, type Oklab } from 'culori/fn';
import type { SoftAssignment } from '../../attributes/attribute-request.js';
import { SWATCHES, type ColorGroupName } from '../../attributes/swatches.js';
import { COLORS, type ColorDefinition } from '../lexicon/colors.js';
import { parseWeights } from '../lexicon/meaning.js';

/** A colour with what a word like "light" does to it. */
export interface Shade {
  /** A key of COLORS, a CSS colour in any notation, or a hex code from the colour-name list. */
  readonly color: string;
  readonly tone?: 'light' | 'dark' | undefined;
  /** Its part of a mixture, relative to the others'. */
  readonly share: number;
}

/** How far "light" and "dark" move a colour towards white and black. */
const TONE_SHIFT = 0.4;
/** A lightened colour keeps more of its hue than a darkened one. */
const LIGHT_CHROMA = 0.75;
/** Share of the plain colour's weights in a toned one: light pink is still pink. */
const TONE_KEEPS = 0.6;
/** Lighter and greyer than this no eye colour comes near. */
const GREY_CHROMA = 0.035;
const DARK_LIGHTNESS = 0.45;
/** People name a colour by its hue first: lightness counts for less. */
const LIGHTNESS_SCALE = 0.5;
const MAX_VALUES = 3;
const SMALLEST_WEIGHT = 0.15;
/** Hex codes are endless: a cache that has this many colours starts anew. */
const MAX_CACHED_COLORS = 5000;

const toOklab = useMode(modeOklab);
useMode(modeRgb);
useMode(modeHsl);

/** The definition of a colour word, if it has one of its own; Chinese reads a few differently. */
export function findColorDefinition(key: string, isChinese: boolean): ColorDefinition | undefined {
  const definition = COLORS[key];
  const chinese = isChinese ? definition?.chinese : undefined;
  return chinese === undefined ? definition : COLORS[chinese];
}

/** The OKLab coordinates of a colour; undefined for text that is no colour. */
export function findOklab(shade: Omit<Shade, 'share'>): Oklab | undefined {
  const key = `${shade.tone ?? ''} ${shade.color}`;
  let lab = oklabs.get(key);
  if (lab === undefined && !oklabs.has(key)) {
    lab = measureOklab(shade);
    if (oklabs.size >= MAX_CACHED_COLORS) oklabs.clear();
    oklabs.set(key, lab);
  }
  return lab;
}

const oklabs = new Map<string, Oklab | undefined>();

function measureOklab({ color, tone }: Omit<Shade, 'share'>): Oklab | undefined {
  const css = (colorsNamed as Readonly<Record<string, number>>)[color];
  const code = css === undefined ? color : `#${css.toString(16).padStart(6, '0')}`;
  const parsed = parse(COLORS[color]?.hex ?? code);
  if (parsed === undefined) return undefined;
  const lab = toOklab(parsed);
  if (tone === undefined) return lab;
  const kept = 1 - TONE_SHIFT;
  const chroma = tone === 'light' ? LIGHT_CHROMA : kept;
  return {
    ...lab,
    l: lab.l * kept + (tone === 'light' ? TONE_SHIFT : 0),
    a: lab.a * chroma,
    b: lab.b * chroma,
  };
}

/** OKLab distance up to which two colours in a row are one colour said twice. */
const ALIKE_DISTANCE = 0.2;

/** True if two colours could be two words for one ("crimson red", "coffee brown"). */
export function areAlike(one: Shade, other: Shade): boolean {
  const [first, second] = [findOklab(one), findOklab(other)];
  if (one.color === other.color || first === undefined || second === undefined) return false;
  const { l, a, b } = second;
  return Math.hypot(first.l - l, first.a - a, first.b - b) < ALIKE_DISTANCE;
}

interface Swatch {
  readonly value: string;
  readonly lab: Oklab;
}

function measureSwatches(swatches: Readonly<Record<string, string>>): Swatch[] {
  return Object.entries(swatches).flatMap(([value, hex]) => {
    const lab = toOklab(hex);
    return lab === undefined ? [] : [{ value, lab }];
  });
}

// Silver is a sheen that people name, not a place between gray and white: pale pink is pink and white.
const { silver: _, ...plainHairColors } = SWATCHES.hair_color;

const SWATCH_LABS: Readonly<Record<ColorGroupName, readonly Swatch[]>> = {
  hair_color: measureSwatches(plainHairColors),
  eye_color: measureSwatches(SWATCHES.eye_color),
};

/** Weights over the two or three values of a group whose swatches lie nearest in OKLab. */
function weighByDistance(group: ColorGroupName, lab: Oklab): SoftAssignment | undefined {
  const isGrey = Math.hypot(lab.a, lab.b) < GREY_CHROMA && lab.l > DARK_LIGHTNESS;
  if (group === 'eye_color' && isGrey) return undefined;
  const nearest: Weight[] = [];
  for (const { value, lab: swatch } of SWATCH_LABS[group]) {
    const l = LIGHTNESS_SCALE * (swatch.l - lab.l);
    const a = swatch.a - lab.a;
    const b = swatch.b - lab.b;
    addIfLarge(nearest, value, 1 / (l * l + a * a + b * b + 1e-4));
  }
  return keepTelling(nearest);
}

type Weight = readonly [value: string, weight: number];

/** Puts a weight among the three heaviest, in order, if it is one of them; of equals the first stays ahead. */
function addIfLarge(largest: Weight[], value: string, weight: number): void {
  let at = largest.length;
  while (at > 0 && weight > (largest[at - 1]?.[1] ?? 0)) at -= 1;
  if (at === MAX_VALUES) return;
  largest.splice(at, 0, [value, weight]);
  if (largest.length > MAX_VALUES) largest.pop();
}

/** The two heaviest values, and a third that weighs enough to be seen. */
function keepTelling(largest: readonly Weight[]): SoftAssignment {
  const sum = largest.reduce((total, [, weight]) => total + weight, 0);
  const isThirdSeen = (largest[MAX_VALUES - 1]?.[1] ?? 0) / sum >= SMALLEST_WEIGHT;
  return normalize(isThirdSeen ? largest : largest.slice(0, MAX_VALUES - 1));
}

function normalize(entries: readonly Weight[]): SoftAssignment {
  const weights: Record<string, number> = {};
  const sum = entries.reduce((total, [, weight]) => total + weight, 0);
  for (const [value, weight] of entries) weights[value] = (weights[value] ?? 0) + weight / sum;
  return weights;
}

function weighShade(
  shade: Shade,
  group: ColorGroupName,
  isChinese: boolean,
): SoftAssignment | undefined {
  const definition = findColorDefinition(shade.color, isChinese);
  const settled = group === 'hair_color' ? definition?.hair : definition?.eyes;
  if (settled === 'none') return undefined;
  const plain = settled === undefined ? measure(group, shade.color) : parseWeights(group, settled);
  if (shade.tone === undefined) return plain;
  const toned = measure(group, shade.color, shade.tone);
  if (plain === undefined || toned === undefined) return toned ?? plain;
  const mixed = normalize([...scale(plain, TONE_KEEPS), ...scale(toned, 1 - TONE_KEEPS)]);
  const largest: Weight[] = [];
  for (const [value, weight] of Object.entries(mixed)) addIfLarge(largest, value, weight);
  return keepTelling(largest);
}

function measure(
  group: ColorGroupName,
  color: string,
  tone?: Shade['tone'],
): SoftAssignment | undefined {
  const lab = findOklab({ color, tone });
  return lab === undefined ? undefined : weighByDistance(group, lab);
}

function scale(weights: SoftAssignment, factor: number): [string, number][] {
  return Object.entries(weights).map(([value, weight]) => [value, weight * factor]);
}

const cache = new Map<string, SoftAssignment | undefined>();

/** The weights of a colour or mixture for hair or eyes; undefined if none of it can be drawn. */
export function weighColor(
  shades: readonly Shade[],
  group: ColorGroupName,
  isChinese: boolean,
): SoftAssignment | undefined {
  const [first] = shades;
  if (first !== undefined && shades.length === 1) return weighCached(first, group, isChinese);
  const entries: [string, number][] = [];
  for (const shade of shades) {
    const weights = weighCached(shade, group, isChinese);
    if (weights !== undefined) entries.push(...scale(weights, shade.share));
  }
  return entries.length === 0 ? undefined : normalize(entries);
}

function weighCached(
  shade: Shade,
  group: ColorGroupName,
  isChinese: boolean,
): SoftAssignment | undefined {
  const key = `${group} ${isChinese} ${shade.tone ?? ''} ${shade.color}`;
  if (!cache.has(key)) {
    if (cache.size >= MAX_CACHED_COLORS) cache.clear();
    cache.set(key, weighShade(shade, group, isChinese));
  }
  return cache.get(key);
}
