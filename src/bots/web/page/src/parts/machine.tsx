import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useSay } from '../state/sentences.js';

/** Where the capsules lie in the globe, and what dyed them. */
const LYING = [
  [62, 128, 'shu', -20],
  [98, 136, 'ai', 30],
  [136, 132, 'yamabuki', -8],
  [80, 104, 'matcha', 48],
  [118, 106, 'fuji', -40],
  [52, 98, 'yamabuki', 15],
  [148, 100, 'shu', 65],
  [99, 78, 'shu', -70],
] as const;

/** The machine itself: turning its handle pulls a face by luck alone. */
export function Machine({ onTurn }: { readonly onTurn: () => void }): JSX.Element {
  const say = useSay();
  const [turns, setTurns] = useState(0);
  const turn = (): void => {
    setTurns(turns + 1);
    onTurn();
  };
  return (
    <div class="machine">
      <svg viewBox="0 0 200 292" aria-hidden="true" focusable="false">
        <ellipse class="machine-shadow" cx="100" cy="282" rx="74" ry="6" />
        <path class="machine-foot" d="M44 262h112l8 18H36z" />
        <path class="machine-body" d="M38 160h124l6 104H32z" />
        <path
          class="machine-panel"
          d="M66 178h68a6 6 0 0 1 6 6v50a6 6 0 0 1-6 6H66a6 6 0 0 1-6-6v-50a6 6 0 0 1 6-6z"
        />
        <path class="machine-slot" d="M84 248h32v14H84z" />
        <circle class="machine-globe" cx="100" cy="92" r="76" />
        {LYING.map(([x, y, dye, tilt], at) => (
          <g key={at} class={`dye-${dye}`} transform={`translate(${x} ${y}) rotate(${tilt})`}>
            <path class="capsule-top" d="M-19 0a19 19 0 0 1 38 0z" />
            <path class="capsule-base" d="M-19 0a19 19 0 0 0 38 0z" />
          </g>
        ))}
        <path class="machine-shine" d="M46 62c8-18 24-30 44-33" />
        <circle class="machine-glass" cx="100" cy="92" r="76" />
        <path class="machine-collar" d="M34 150h132a6 6 0 0 1 6 6v6H28v-6a6 6 0 0 1 6-6z" />
        <path class="machine-cap" d="M72 22c8-9 48-9 56 0z" />
      </svg>
      <button
        type="button"
        class="machine-handle"
        aria-label={say('web:hero.machine')}
        onClick={turn}
      >
        <span style={{ transform: `rotate(${turns * 180}deg)` }} />
      </button>
    </div>
  );
}
