/** What a picture's file says about how it was drawn. */
export interface PictureRecipe {
  readonly model: string;
  readonly version: string;
  readonly seed: number;
  readonly description: string;
  /** Share code: all that is needed to draw it again. */
  readonly code?: string;
}
