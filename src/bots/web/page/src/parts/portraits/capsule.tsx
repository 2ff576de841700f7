import type { JSX } from 'preact';

/** Colours of the capsules, named after what dyed them. */
const DYES = ['shu', 'ai', 'matcha', 'yamabuki', 'fuji'] as const;

/** The same dye for the same number, so that a capsule keeps its colour while it waits. */
export function dyeOf(seed: number): string {
  return DYES[seed % DYES.length] ?? 'shu';
}

interface CapsuleProps {
  readonly dye: string;
}

/** A toy capsule; rocks while its content is on the way. */
export function Capsule({ dye }: CapsuleProps): JSX.Element {
  return (
    <svg class={`capsule dye-${dye}`} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path class="capsule-top" d="M6 33a26 26 0 0 1 52 0z" />
      <path class="capsule-shine" d="M15 24c2-6 7-10 13-11" />
      <path class="capsule-base" d="M6 33a26 26 0 0 0 52 0z" />
      <path class="capsule-rim" d="M4.500 33h55" />
    </svg>
  );
}
