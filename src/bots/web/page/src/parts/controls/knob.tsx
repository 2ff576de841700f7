import type { JSX } from 'preact';

/** The machine's handle: a dial with a grip that reaches past its rim. Turns half round a pull. */
export function Knob({ turns }: { readonly turns: number }): JSX.Element {
  return (
    <svg class="knob" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <circle class="knob-dial" cx="32" cy="32" r="27" />
      <circle class="knob-edge" cx="32" cy="32" r="27" />
      <g class="knob-grip" style={{ transform: `rotate(${turns * 180 - 35}deg)` }}>
        <path d="M13 22.5c-5 0-8.5 4.5-8.5 9.5s3.5 9.5 8.5 9.5c7 0 9-4 19-4s12 4 19 4c5 0 8.5-4.5 8.5-9.5s-3.5-9.5-8.5-9.5c-7 0-9 4-19 4s-12-4-19-4z" />
        <circle cx="32" cy="32" r="3" />
      </g>
    </svg>
  );
}
