import {
  dropSettings,
  readDashes,
  readPairs,
  readSigns,
  splitSections,
  type Section,
} from './sections.js';
import { readSheet } from './sheet.js';

/** Something that headings, keys, flags, signs or pairs of eyes are written with; most texts have none of it. */
const MARKS = /[:=【[一>(]|--| - |\.\.|[,;，；、]\s*[-+]/u;

/**
 * The stretches of a normalised text that are asked for and that must not be drawn, the keys of a character sheet
 * written into the items that they govern.
 *
 * @param isKnown whether a key is a word that the lexicon reads by itself, such as "expression" or "name"
 */
export function readSections(text: string, isKnown: (key: string) => boolean): Section[] {
  if (!MARKS.test(text)) return text.trim() === '' ? [] : [{ text, isNegative: false }];
  // Before sheets, which would take "Negative prompt:" for a key without a meaning.
  return splitSections(readDashes(readPairs(readSigns(dropSettings(text))))).map((section) =>
    section.isNegative ? section : { ...section, text: readSheet(section.text, isKnown) },
  );
}
