import { isGroupName } from '../../attributes/vocabulary.js';
import type { PortraitRecord } from '../../storage/records.js';
import { layoutVersion } from '../share-code/compatible-versions.js';
import type { ModelLayout } from './model-layout.js';
import type { Origin, Picture, PictureFormat, Portrait } from './portrait.js';

/** Telegram's limit for a deep link's parameter. */
const MAX_LINK_LENGTH = 64;
const REFERENCE_PREFIX = 'p-';

/** A stored portrait as front ends see it. */
export function toPortrait(record: PortraitRecord, layout: ModelLayout): Portrait {
  const attributes = isOfModel(record, layout) ? layout.describe(record.phi) : undefined;
  return {
    id: record.id,
    origin: record.origin as Origin,
    code: record.code,
    link: record.code.length <= MAX_LINK_LENGTH ? record.code : REFERENCE_PREFIX + record.id,
    model: { id: record.modelId, version: record.modelVersion },
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

/** True if the installed model lays z and φ out as the one that drew it: it draws the face, or a relative. */
export function isOfModel(
  record: Pick<PortraitRecord, 'modelId' | 'modelVersion'>,
  { manifest }: ModelLayout,
): boolean {
  return (
    record.modelId === manifest.id &&
    layoutVersion(record.modelVersion) === layoutVersion(manifest.version)
  );
}

/** Bytes with what a platform wants to know about them. */
export function toPicture(bytes: Uint8Array, format: PictureFormat, name: string): Picture {
  return { bytes, format, mediaType: `image/${format}`, fileName: `${name}.${format}` };
}
