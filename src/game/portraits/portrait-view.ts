import { isGroupName } from '../../attributes/vocabulary.js';
import type { PortraitRecord } from '../../storage/records.js';
import type { ModelLayouts } from './model-layouts.js';
import type { Origin, Picture, PictureFormat, Portrait } from './portrait.js';

/** Telegram's limit for a deep link's parameter. */
const MAX_LINK_LENGTH = 64;
const REFERENCE_PREFIX = 'p-';

/** A stored portrait as front ends see it. */
export function toPortrait(record: PortraitRecord, layouts: ModelLayouts): Portrait {
  const layout = layouts.find(record);
  const attributes = layout?.describe(record.phi);
  return {
    id: record.id,
    origin: record.origin as Origin,
    code: record.code,
    link: record.code.length <= MAX_LINK_LENGTH ? record.code : REFERENCE_PREFIX + record.id,
    model: { id: record.modelId, version: record.modelVersion },
    ...(layout?.canEnlarge === true ? { canEnlarge: true } : {}),
    ...(record.seed === null ? {} : { seed: record.seed }),
    description: record.description,
    attributes: attributes ?? {},
    named: record.named.filter(isGroupName),
    parents: record.parentIds,
    createdAt: record.createdAt,
  };
}

/** The portrait that a link which is no share code refers to. */
export function findLinkedId(link: string): string | undefined {
  return /^p-([0-9A-Za-z]{12})$/.exec(link.trim())?.[1];
}

/** Bytes with what a platform wants to know about them. */
export function toPicture(bytes: Uint8Array, format: PictureFormat, name: string): Picture {
  return { bytes, format, mediaType: `image/${format}`, fileName: `${name}.${format}` };
}
