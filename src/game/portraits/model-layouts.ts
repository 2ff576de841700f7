import { UserInputError } from '../../errors/app-error.js';
import { layoutKey } from '../../inference/layout-version.js';
import type { ModelManifest } from '../../inference/manifest.js';
import type { PortraitRecord } from '../../storage/records.js';
import { ModelLayout } from './model-layout.js';

/** The columns that say which model drew a portrait. */
export type DrawnBy = Pick<PortraitRecord, 'modelId' | 'modelVersion'>;

/** The layouts of all installed models. A portrait belongs to the one that drew it. */
export class ModelLayouts {
  /** Of new faces. */
  readonly own: ModelLayout;
  readonly #byKey: ReadonlyMap<string, ModelLayout>;

  constructor(own: ModelManifest, others: readonly ModelManifest[]) {
    this.own = new ModelLayout(own);
    const all = [this.own, ...others.map((manifest) => new ModelLayout(manifest))];
    this.#byKey = new Map(all.map((layout) => [layoutKey(layout.manifest), layout]));
  }

  get all(): readonly ModelLayout[] {
    return [...this.#byKey.values()];
  }

  /** The installed model that lays z and φ out as the one that drew it: it draws the face, or a relative. */
  find({ modelId: id, modelVersion: version }: DrawnBy): ModelLayout | undefined {
    return this.#byKey.get(layoutKey({ id, version }));
  }

  /** @throws UserInputError `model-not-installed`, with the `model` that drew it */
  get(record: DrawnBy): ModelLayout {
    const found = this.find(record);
    if (found) return found;
    throw this.missing({ id: record.modelId, version: record.modelVersion });
  }

  /** The error about a portrait of a model that is not among them. */
  missing(drawnBy: { readonly id: string; readonly version: string }): UserInputError {
    const model = nameOf(drawnBy);
    return new UserInputError(
      'model-not-installed',
      `expected a portrait of ${this.names}, got one of ${model}; put that model into the models folder`,
      { context: { model } },
    );
  }

  /** All installed models, for errors. */
  get names(): string {
    return this.all.map(({ manifest }) => nameOf(manifest)).join(' or ');
  }
}

/**
 * That both lay φ out alike.
 * @throws UserInputError `models-differ`
 */
export function expectOneModel(first: ModelLayout, second: ModelLayout): void {
  if (first === second) return;
  const context = { first: nameOf(first.manifest), second: nameOf(second.manifest) };
  const sentence = `expected portraits of one model, got ${context.first} and ${context.second}`;
  throw new UserInputError('models-differ', sentence, { context });
}

function nameOf({ id, version }: { readonly id: string; readonly version: string }): string {
  return `${id} ${version}`;
}
