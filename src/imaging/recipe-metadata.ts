import { z } from 'zod';
import type { PictureRecipe } from './picture-recipe.js';

/** Names the program in the comment, so that other people's comments are not taken for recipes. */
const MARK = 'mugen-gacha';
const LONGEST_DESCRIPTION = 2_000;

const recipe = z.object({
  model: z.string().max(100),
  version: z.string().max(100),
  seed: z.int().min(0).max(0xffffffff),
  description: z.string().max(LONGEST_DESCRIPTION),
  code: z.string().max(2_000).optional(),
});

const comment = z.object({ [MARK]: z.array(recipe).min(1).max(64) });

/**
 * An XMP packet whose `exif:UserComment`, which photo tools show, is JSON with the recipes. XMP
 * because WebP, PNG and GIF all carry it, in UTF-8.
 */
export function writeRecipes(recipes: readonly PictureRecipe[]): string {
  const shortened = recipes.map((entry) => ({
    ...entry,
    description: entry.description.slice(0, LONGEST_DESCRIPTION),
  }));
  return [
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/">',
    '<exif:UserComment><rdf:Alt><rdf:li xml:lang="x-default">',
    escapeXml(JSON.stringify({ [MARK]: shortened })),
    '</rdf:li></rdf:Alt></exif:UserComment>',
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('');
}

/** Reads what {@link writeRecipes} wrote; undefined when there is nothing of the kind. */
export function parseRecipes(xmp: string): readonly PictureRecipe[] | undefined {
  const json = /<exif:UserComment><rdf:Alt><rdf:li[^>]*>([^<]*)</.exec(xmp)?.[1];
  if (json === undefined) return undefined;
  try {
    const found = comment.safeParse(JSON.parse(unescapeXml(json))).data?.[MARK];
    return found?.map(({ code, ...rest }) => (code === undefined ? rest : { ...rest, code }));
  } catch {
    return undefined; // not JSON: a comment of somebody else
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escapeXml(text: string): string {
  // JSON has escaped the control characters that XML forbids, save U+007F and above, which it allows.
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

function unescapeXml(text: string): string {
  return Object.entries(ENTITIES)
    .toReversed()
    .reduce((result, [character, entity]) => result.replaceAll(entity, character), text);
}
