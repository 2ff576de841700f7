import { buildEmbedding } from '../../attributes/embedding.js';
import type { AttributeRequest } from '../../attributes/attribute-request.js';
import { createRandom } from '../../attributes/random.js';
import { NotAllowedError, NotFoundError, UserInputError } from '../../errors/app-error.js';
import type { PortraitRecord, PullRecord } from '../../storage/records.js';
import { cleanText } from '../typed-commands/clean-text.js';
import type { AgainCommand, PullCommand, PullResult } from './gacha.js';
import type { GameContext } from '../game-context.js';
import type { Gatekeeper } from '../limits/gatekeeper.js';
import type { PortraitRenderer } from '../portraits/portrait-renderer.js';
import type { Person } from '../people/person.js';
import { personNotFound } from '../people/person-not-found.js';
import { toPortrait } from '../portraits/portrait-view.js';
import { createId, createSeed } from '../random-id.js';
import { expectSeed, MAX_SEED } from './expect-seed.js';
import { readPullInput } from './read-pull-input.js';
import type { PullInput } from './pull-input.js';

const MAX_COUNT = 10;
const MAX_DESCRIPTION_LENGTH = 500;

/**
 * The pull: description → portraits.
 *
 * Both methods throw: UserInputError (`description-not-understood` with `unknown` in its context,
 * `description-too-long`, `count-out-of-range`, `seed-out-of-range`, `option-not-allowed`),
 * CooldownError (`cooldown` with `retryAfterMs` and `scope`), NotAllowedError
 * (`channel-not-allowed` with `channels`), QueueFullError, InferenceError, StorageError, and
 * NotFoundError `person-not-found` where the person was forgotten while it was drawn: nothing of it
 * is kept.
 */
export class GachaService {
  readonly #context: GameContext;
  readonly #renderer: PortraitRenderer;
  readonly #gatekeeper: Gatekeeper;

  constructor(context: GameContext, renderer: PortraitRenderer, gatekeeper: Gatekeeper) {
    this.#context = context;
    this.#renderer = renderer;
    this.#gatekeeper = gatekeeper;
  }

  /**
   * Stores portraits and pull together or not at all. Limits count each portrait, none where it
   * fails.
   */
  async pull(command: PullCommand): Promise<PullResult> {
    const count = command.count ?? 1;
    expectCount(count);
    if (command.seed !== undefined) expectSeed(command.seed);
    const request = readPullInput(command.prompt);
    const { person, where, prompt } = command;
    return this.#gatekeeper.admit({ person, where, prompt, pictures: count }, () =>
      this.#draw(command, request, count),
    );
  }

  /** For endless runs, which are paced in their own way. */
  async pullUnlimited(command: PullCommand): Promise<PullResult> {
    return this.#draw(command, readPullInput(command.prompt), 1);
  }

  /**
   * The same wish and count with fresh seeds, of a pull of the person's own or one posted openly.
   * @throws NotFoundError `pull-not-found`, NotAllowedError `not-yours` too
   */
  async again({ pullId, ...command }: AgainCommand): Promise<PullResult> {
    const { prompt, count } = await this.#getPull(pullId, command.person);
    return this.pull({ ...command, prompt: JSON.parse(prompt) as PullInput, count });
  }

  /**
   * A wish and the pull that remembers it: an earlier one, or a new one for `store` to save.
   * @throws what a pull throws for its wish, NotFoundError `pull-not-found` and NotAllowedError
   * `not-yours`
   */
  async preparePull(
    asked: { readonly person: Person } & (
      { readonly prompt: PullInput } | { readonly pullId: string }
    ),
  ): Promise<{
    readonly prompt: PullInput;
    readonly pullId: string;
    /** To be called once; does nothing for an earlier pull, which is stored already. */
    store(): Promise<void>;
  }> {
    if ('pullId' in asked) {
      const { id, prompt } = await this.#getPull(asked.pullId, asked.person);
      return { prompt: JSON.parse(prompt) as PullInput, pullId: id, store: async () => undefined };
    }
    readPullInput(asked.prompt);
    const pull = this.#record(asked, 1);
    const store = async (): Promise<void> => {
      const outcome = await this.#context.storage.portraits.add([], pull);
      if (outcome === 'forgotten') throw personNotFound();
    };
    return { prompt: asked.prompt, pullId: pull.id, store };
  }

  /** A wish said in private is nobody else's to repeat. */
  async #getPull(id: string, person: Person): Promise<PullRecord> {
    const { portraits, posts } = this.#context.storage;
    const pull = await portraits.findPull(id);
    if (!pull) throw new NotFoundError('pull-not-found', 'expected a pull that is still stored');
    if (pull.personId === person.id || (await posts.isPullShown(id))) return pull;
    throw new NotAllowedError('not-yours', 'expected a pull of the person or one posted openly');
  }

  #record({ person, prompt }: Pick<PullCommand, 'person' | 'prompt'>, count: number): PullRecord {
    const description = cleanText(prompt.description ?? '', MAX_DESCRIPTION_LENGTH);
    return {
      id: createId(),
      personId: person.id,
      prompt: JSON.stringify({ ...prompt, description }),
      count,
      createdAt: this.#context.clock(),
    };
  }

  async #draw(command: PullCommand, request: AttributeRequest, count: number): Promise<PullResult> {
    const { person, prompt, drawing, seed = createSeed() } = command;
    const description = cleanText(prompt.description ?? '', MAX_DESCRIPTION_LENGTH);
    const seeds = Array.from({ length: count }, (_, at) => (seed + at) % (MAX_SEED + 1));
    const records = seeds.map((each) =>
      this.#make(person.id, {
        request,
        description,
        seed: each,
        latentSeed: prompt.latentSeed ?? each,
      }),
    );
    const pull = this.#record(command, count);
    const picture = await this.#renderer.drawAndStore(records, { person, drawing }, pull);
    const { layout, layouts } = this.#renderer;
    const portraits = records.map((record) => toPortrait(record, layouts));
    const named = portraits[0]?.named ?? [];
    const groups = layout.groups.map(({ name }) => name);
    return {
      pullId: pull.id,
      portraits,
      picture,
      description,
      request: layout.withLacking(request),
      named,
      drawn: groups.filter((name) => !named.includes(name)),
      isRandom: named.length === 0,
      seed,
    };
  }

  #make(
    personId: number,
    pulled: {
      readonly request: AttributeRequest;
      readonly description: string;
      /** Of what luck draws of φ. */
      readonly seed: number;
      readonly latentSeed: number;
    },
  ): PortraitRecord {
    const { request, description, seed, latentSeed } = pulled;
    const { layout } = this.#renderer;
    const { groups, prior } = layout.manifest;
    const random = createRandom(seed, 'phi');
    const { phi, named } = buildEmbedding({ request, groups, prior, random });
    return this.#renderer.make(personId, {
      origin: 'pull',
      layout,
      latent: { kind: 'seed', seed: latentSeed },
      units: layout.toUnits(phi),
      description,
      named,
      parentIds: [],
    });
  }
}

function expectCount(count: number): void {
  if (Number.isInteger(count) && count >= 1 && count <= MAX_COUNT) return;
  throw new UserInputError('count-out-of-range', `expected 1 to ${MAX_COUNT}, got ${count}`);
}
