import { composeFamilyTree, type TreeNode } from '../../imaging/family-tree.js';
import type { PortraitRecord } from '../../storage/records.js';
import type { Family, FamilyNode } from './family.js';
import type { GameContext } from '../game-context.js';
import type { Person, Location } from '../people/person.js';
import type { ServerService } from '../people/server-service.js';
import type { PictureCache } from '../portraits/picture-cache.js';
import type { PortraitRenderer } from '../portraits/portrait-renderer.js';
import { toPicture, toPortrait } from '../portraits/portrait-view.js';
import type { PortraitReference } from '../portraits/portrait-reference.js';
import type { PortraitFinder } from '../portraits/portrait-finder.js';

/** Generations above the portrait that are shown. */
const MAX_GENERATIONS = 5;
/** Nodes that are shown: a picture with more says nothing. */
const MAX_NODES = 31;

/** Dependencies of {@link FamilyService}. */
export interface FamilyParts {
  readonly finder: PortraitFinder;
  readonly pictureCache: PictureCache;
  readonly renderer: PortraitRenderer;
  readonly servers: Pick<ServerService, 'presentable'>;
}

/** Ancestors and descendants of portraits. */
export class FamilyService {
  readonly #context: GameContext;
  readonly #parts: FamilyParts;

  constructor(context: GameContext, parts: FamilyParts) {
    this.#context = context;
    this.#parts = parts;
  }

  /** Names with words that the place's managers forbid are left out. @throws what the subject throws */
  async tree(command: {
    readonly person: Person;
    readonly reference: PortraitReference;
    readonly where?: Location;
  }): Promise<Family> {
    const { person, where } = command;
    const { record } = await this.#parts.finder.find(command.reference, command);
    const records = await this.#findAncestors(record);
    const budget = { nodes: MAX_NODES, isCut: false };
    const root = await this.#grow(record.id, { person, where, records, budget, generation: 0 });
    const shown = [...walk(root)].flatMap(({ id }) => records.get(id) ?? []);
    const unique = [...new Set(shown)];
    const thumbnails = await this.#parts.pictureCache.thumbnails(unique, person);
    const pictures = new Map(unique.map(({ id }, at) => [id, thumbnails[at]?.bytes]));
    const picture = await composeFamilyTree(toTreeNode(root, pictures));
    return {
      root,
      size: new Set([...walk(root)].map(({ id }) => id)).size,
      isCut: budget.isCut,
      picture: toPicture(picture, 'webp', 'family'),
    };
  }

  /** A query a generation. */
  async #findAncestors(record: PortraitRecord): Promise<ReadonlyMap<string, PortraitRecord>> {
    const found = new Map([[record.id, record]]);
    let generation: readonly PortraitRecord[] = [record];
    for (let depth = 0; depth < MAX_GENERATIONS && generation.length > 0; depth += 1) {
      const ids = new Set(generation.flatMap(({ parentIds }) => parentIds));
      const missing = [...ids].filter((id) => !found.has(id));
      generation = await this.#context.storage.portraits.findMany(missing);
      for (const parent of generation) found.set(parent.id, parent);
    }
    return found;
  }

  async #grow(id: string, tree: TreeContext): Promise<FamilyNode> {
    const { records, budget, generation } = tree;
    budget.nodes -= 1;
    const record = records.get(id);
    if (!record) return { id, parents: [] };
    const { favorites } = this.#context.storage;
    const kept = await favorites.find(tree.person.id, { portraitId: id });
    const parents: FamilyNode[] = [];
    for (const parentId of record.parentIds) {
      if (budget.nodes <= 0 || generation >= MAX_GENERATIONS) {
        budget.isCut = true;
        break;
      }
      parents.push(await this.#grow(parentId, { ...tree, generation: generation + 1 }));
    }
    const portrait = toPortrait(record, this.#parts.renderer.layouts);
    return {
      id,
      portrait,
      origin: portrait.origin,
      ...(kept ? { favorite: await this.#label(kept, tree) } : {}),
      parents,
    };
  }

  async #label(
    { number, name }: { readonly number: number; readonly name: string | null },
    { person, where }: TreeContext,
  ): Promise<{ number: number; name?: string }> {
    if (name === null) return { number };
    const serverId = where?.serverId;
    if (serverId === undefined) return { number, name };
    const server = { platform: person.platform, serverId };
    const { name: said } = await this.#parts.servers.presentable(server, { name, tags: [] });
    return { number, ...(said === undefined ? {} : { name: said }) };
  }
}

interface TreeContext {
  readonly person: Person;
  readonly where: Location | undefined;
  readonly records: ReadonlyMap<string, PortraitRecord>;
  readonly budget: { nodes: number; isCut: boolean };
  readonly generation: number;
}

function* walk(node: FamilyNode): Generator<FamilyNode> {
  yield node;
  for (const parent of node.parents) yield* walk(parent);
}

function toTreeNode(
  node: FamilyNode,
  pictures: ReadonlyMap<string, Uint8Array | undefined>,
): TreeNode {
  const picture = pictures.get(node.id);
  return {
    ...(picture ? { picture } : {}),
    ...(node.favorite ? { number: node.favorite.number } : {}),
    parents: node.parents.map((parent) => toTreeNode(parent, pictures)),
  };
}
