/** The recipe in a picture's metadata. */
export interface PictureRecipe {
  readonly model: string;
  readonly version: string;
  readonly seed: number;
  readonly description: string;
  /** Share code: all that is needed to draw it again. */
  readonly code?: string;
}
