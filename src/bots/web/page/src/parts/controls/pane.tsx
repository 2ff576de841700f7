import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';

interface PaneProps {
  readonly isShown: boolean;
  readonly children: ComponentChildren;
}

/** Begins when it is first shown and stays as it is while it is not. */
export function Pane({ isShown, children }: PaneProps): JSX.Element | null {
  const [isBegun, setBegun] = useState(isShown);
  if (isShown && !isBegun) setBegun(true);
  if (!isShown && !isBegun) return null;
  return (
    <div class="pane" hidden={!isShown}>
      {children}
    </div>
  );
}
