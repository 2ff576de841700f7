import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useSay } from '../../state/sentences.js';
import { Knob } from '../controls/knob.js';

/** The capsules' places in the globe, and their colors. */
const LYING = [
  [48, 126, 'shu', -24],
  [82, 140, 'ai', 34],
  [118, 140, 'yamabuki', -12],
  [152, 126, 'matcha', 22],
  [64, 102, 'yamabuki', 58],
  [100, 108, 'shu', 8],
  [136, 103, 'fuji', -48],
  [44, 84, 'matcha', -66],
  [82, 74, 'fuji', 26],
  [120, 76, 'ai', -30],
  [156, 86, 'shu', 74],
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
        <ellipse class="machine-shadow" cx="100" cy="284" rx="78" ry="6" />
        <circle class="machine-globe" cx="100" cy="92" r="80" />
        {LYING.map(([x, y, dye, tilt]) => (
          <g
            key={`${x} ${y}`}
            class={`dye-${dye}`}
            transform={`translate(${x} ${y}) rotate(${tilt})`}
          >
            <path class="capsule-top" d="M-19 0a19 19 0 0 1 38 0z" />
            <path class="capsule-base" d="M-19 0a19 19 0 0 0 38 0z" />
          </g>
        ))}
        <circle class="machine-glass" cx="100" cy="92" r="80" />
        <path class="machine-shine" d="M38 70c6-20 19-33 38-40" />
        <path class="machine-cap" d="M66 20c10-13 58-13 68 0z" />
        <path class="machine-foot" d="M42 262h116l9 20H33z" />
        <path class="machine-body" d="M36 156h128l7 108H29z" />
        <path class="machine-collar" d="M30 146h140a7 7 0 0 1 7 7v9H23v-9a7 7 0 0 1 7-7z" />
        <rect class="machine-panel" x="50" y="174" width="100" height="58" rx="8" />
        <rect class="machine-coin" x="134" y="184" width="4" height="20" rx="2" />
        <path class="machine-slot" d="M80 264v-12a12 12 0 0 1 12-12h16a12 12 0 0 1 12 12v12z" />
        <text class="machine-sign" x="64" y="187" writing-mode="tb" lang="ja">
          一回無料
        </text>
      </svg>
      <button
        type="button"
        class="machine-handle"
        aria-label={say('web:hero.machine')}
        onClick={turn}
      >
        <Knob turns={turns} />
      </button>
    </div>
  );
}
