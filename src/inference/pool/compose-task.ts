import type { PictureRecipe } from '../../imaging/picture-recipe.js';
import { composeAnimation } from '../../imaging/animation.js';
import { composeGrid } from '../../imaging/grid.js';
import { composeStrip } from '../../imaging/strip.js';
import type { ComposedPicture, Composition, DrawOptions, Recipe } from '../portrait-generator.js';
import type { ComposeLayout, ComposeTask } from './worker-messages.js';

const DEFAULT_FRAME_MS = 120;

/** The recipes that a composition draws; a strip's `large` comes last. */
export function recipesOf(composition: Composition, recipes: readonly Recipe[]): readonly Recipe[] {
  const large = composition.kind === 'strip' ? composition.large : undefined;
  return large ? [...recipes, large] : recipes;
}

/** The task of putting together what {@link recipesOf} drew. */
export function toComposeTask(
  composition: Composition,
  { recipes, portraits }: { recipes: readonly Recipe[]; portraits: readonly Uint8Array[] },
  { format }: Pick<DrawOptions, 'format'>,
): ComposeTask {
  const layout = layOut(composition, format);
  return { kind: 'compose', layout, pictures: portraits, recipes: recipes.map(describeRecipe) };
}

/** A recipe as a picture's metadata holds it. */
export function describeRecipe(recipe: Recipe): PictureRecipe {
  const { model, modelVersion: version, seed, description, shareCode: code } = recipe;
  return { model, version, seed, description, ...(code === undefined ? {} : { code }) };
}

/** The media type of what a task of this layout gives. */
export function mimeTypeOf({ format }: ComposeLayout): ComposedPicture['mimeType'] {
  return `image/${format}`;
}

/** Puts encoded portraits into one encoded picture; works on the thread pool. */
export function composePictures({ layout, pictures, recipes }: ComposeTask): Promise<Uint8Array> {
  switch (layout.kind) {
    case 'grid':
      return composeGrid(pictures, { format: layout.format, recipes });
    case 'strip': {
      const steps = layout.hasLarge ? pictures.slice(0, -1) : pictures;
      const large = layout.hasLarge ? pictures.at(-1) : undefined;
      return composeStrip(steps, large, { format: layout.format, recipes });
    }
    case 'animation': {
      const { format, frameMs } = layout;
      return composeAnimation(pictures, { format, frameMs, recipes });
    }
  }
}

function layOut(composition: Composition, format: DrawOptions['format']): ComposeLayout {
  switch (composition.kind) {
    case 'grid':
      return { kind: 'grid', format };
    case 'strip':
      return { kind: 'strip', format, hasLarge: composition.large !== undefined };
    case 'animation': {
      const { encoding = 'gif', frameMs = DEFAULT_FRAME_MS } = composition;
      return { kind: 'animation', format: encoding, frameMs };
    }
  }
}
