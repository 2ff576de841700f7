import { fromBytes, toBytes } from '../float-bytes.js';
import type { Prisma } from '../generated/sqlite/client.js';
import type { PortraitRecord } from '../records.js';

/** Relations that are loaded with every portrait. */
export const WITH_PARENTS = { parents: { orderBy: { position: 'asc' } } } as const;

type PortraitRow = Prisma.PortraitGetPayload<{ include: typeof WITH_PARENTS }>;

/** A row as Prisma gives it → a record. */
export function toPortraitRecord({ parents, ...row }: PortraitRow): PortraitRecord {
  return {
    ...row,
    z: fromBytes(row.z),
    phi: fromBytes(row.phi),
    seed: row.seed === null ? null : Number(row.seed),
    named: JSON.parse(row.named) as string[],
    parentIds: parents.map(({ parentId }) => parentId),
  };
}

/** The row alone; its parents are rows of their own. */
export function toPortraitRow(portrait: PortraitRecord): Prisma.PortraitCreateManyInput {
  const { parentIds: _, ...fields } = portrait;
  return {
    ...fields,
    z: toBytes(portrait.z),
    phi: toBytes(portrait.phi),
    seed: portrait.seed === null ? null : BigInt(portrait.seed),
    named: JSON.stringify(portrait.named),
  };
}
