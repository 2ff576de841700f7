/**
 * Every error a person may come to see, by family. Codes are stable: `messages` has a sentence for
 * each, logs and tests name them. A front end that meets an unlisted code says `unexpected`.
 */
export const ERROR_CODES = {
  userInput: [
    'description-too-long',
    'description-not-understood',
    'description-refused',
    'word-not-allowed',
    'count-out-of-range',
    'seed-out-of-range',
    'strength-out-of-range',
    'ratio-out-of-range',
    'name-not-allowed',
    'name-taken',
    'tag-not-allowed',
    'too-many-favourites',
    'nothing-to-redraw',
    'share-code-unreadable',
    'picture-unreadable',
    'picture-too-large',
    'picture-too-many-pixels',
    'picture-animated',
    'picture-without-recipe',
    'picture-without-face',
    'picture-missing',
    'adopt-not-possible',
    'model-not-installed',
    'share-code-of-other-model',
    'models-differ',
    'nothing-to-change',
    'command-unknown',
    'option-not-allowed',
    'endless-already-running',
  ],
  notFound: [
    'portrait-not-found',
    'favourite-not-found',
    'post-not-found',
    'person-not-found',
    'pull-not-found',
  ],
  notAllowed: [
    'not-yours',
    'blend-not-allowed',
    'channel-not-allowed',
    'endless-not-allowed',
    'manager-only',
    'person-blocked',
    'server-blocked',
    'confirmation-expired',
  ],
  cooldown: ['cooldown'],
  modelLoad: [
    'model-folder-missing',
    'model-manifest-missing',
    'model-manifest-unreadable',
    'model-manifest-invalid',
    'model-version-unknown',
    'model-vocabulary-mismatch',
    'model-file-missing',
    'model-file-damaged',
    'model-graph-mismatch',
    'model-operator-unknown',
    'device-unavailable',
  ],
  inference: [
    'inference-failed',
    'worker-died',
    'worker-not-started',
    'recipe-mismatch',
    'shutting-down',
  ],
  queueFull: ['queue-full', 'person-queue-full'],
  timeout: ['inference-timeout'],
  storage: [
    'storage-failed',
    'storage-unreachable',
    'storage-full',
    'storage-conflict',
    'storage-damaged',
  ],
  config: ['config-invalid'],
} as const;

/** The families of {@link ERROR_CODES}, one error class each. */
export type ErrorFamily = keyof typeof ERROR_CODES;

/** The codes of one family. */
export type CodeOf<Family extends ErrorFamily> = (typeof ERROR_CODES)[Family][number];

/** Any stable code. */
export type ErrorCode = CodeOf<ErrorFamily>;
