import type { ComponentChildren, JSX } from 'preact';
import type { WireGroup } from '../../../../wire.js';
import { useSay } from '../../state/sentences.js';

interface ChoicesProps {
  readonly group: WireGroup;
  readonly value: string | undefined;
  readonly onChoose: (value: string) => void;
  /** Leaves the group to luck again; undefined where it is. Absent where luck has no part. */
  readonly onFree?: (() => void) | undefined;
  readonly children?: ComponentChildren;
}

/** One group: swatches for colours, chips for the rest. */
export function Choices(props: ChoicesProps): JSX.Element {
  const { group, value, onChoose, onFree, children } = props;
  const say = useSay();
  const chosen = group.values.find((choice) => choice.value === value);
  const isColor = group.values.some(({ swatch }) => swatch !== undefined);
  return (
    <fieldset class="choices">
      <legend>
        {group.label}
        {isColor && chosen !== undefined && <span class="soft"> {chosen.label}</span>}
      </legend>
      <div class={isColor ? 'swatches' : 'chips'}>
        {'onFree' in props && (
          <button
            type="button"
            class="chip is-luck"
            aria-pressed={onFree === undefined}
            onClick={() => onFree?.()}
          >
            {say('web:picker.luck')}
          </button>
        )}
        {group.values.map(({ value: own, label, swatch }) => (
          <button
            key={own}
            type="button"
            class={swatch === undefined ? 'chip' : 'swatch'}
            aria-pressed={own === value}
            aria-label={swatch === undefined ? undefined : label}
            title={swatch === undefined ? undefined : label}
            style={swatch === undefined ? {} : { '--swatch': swatch }}
            onClick={() => onChoose(own)}
          >
            {swatch === undefined ? label : null}
          </button>
        ))}
      </div>
      {children}
    </fieldset>
  );
}
