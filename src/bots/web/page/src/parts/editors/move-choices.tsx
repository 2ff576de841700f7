import type { JSX } from 'preact';
import type { WireGroup } from '../../../../wire.js';
import type { Move } from '../../state/editing/morph-wish.js';
import { useSay } from '../../state/sentences.js';
import { Choices } from '../controls/choices.js';

interface MoveChoicesProps {
  readonly group: WireGroup;
  readonly current: string | undefined;
  readonly move: Move | undefined;
  readonly onMove: (move: Move | undefined) => void;
}

/** A group's choices and, once one is chosen, the slider of how far. */
export function MoveChoices({ group, current, move, onMove }: MoveChoicesProps): JSX.Element {
  const say = useSay();
  return (
    <Choices
      group={group}
      value={move?.value ?? current}
      onChoose={(value) =>
        onMove(value === current ? undefined : { value, percent: move?.percent ?? 100 })
      }
    >
      {move !== undefined && (
        <label class="slider">
          <input
            type="range"
            min={0}
            max={100}
            value={move.percent}
            aria-label={`${group.label}: ${say('web:morph.strength')}`}
            style={{ '--fill': `${move.percent}%` }}
            onInput={(event) => onMove({ ...move, percent: Number(event.currentTarget.value) })}
          />
          <output>{move.percent}</output>
        </label>
      )}
    </Choices>
  );
}
