import { useEffect } from 'preact/hooks';

/** Faces that one can go through. */
const FACES = '.tile-face, .face, .chooser-face';

/** Binds keys to actions; ignored while text is being typed, and with Ctrl, Alt or Meta. */
interface Keys {
  readonly onHelp: () => void;
}

/** Arrows and j go through the faces, k keeps the one in focus, / writes, ? lists the keys. */
export function useKeys({ onHelp }: Keys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, target } = event;
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      if (target instanceof HTMLElement && target.closest('input, select, textarea') !== null)
        return;
      const isHandled = act(key, onHelp);
      if (isHandled) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onHelp]);
}

function act(key: string, onHelp: () => void): boolean {
  const isInDialog = document.querySelector('dialog[open]') !== null;
  if (key === 'k') return keepFocused();
  if (isInDialog) return false;
  if (key === '?') {
    onHelp();
    return true;
  }
  if (key === '/') return focusLine();
  if (key === 'ArrowRight' || key === 'j') return step(1);
  if (key === 'ArrowLeft') return step(-1);
  return false;
}

function step(by: 1 | -1): boolean {
  const faces = [...document.querySelectorAll<HTMLElement>(FACES)].filter((face) =>
    face.checkVisibility(),
  );
  const at = faces.findIndex((face) => face === document.activeElement);
  // From elsewhere: the newest turn's first, or the last of all.
  const next = at < 0 ? faces.at(by > 0 ? 0 : -1) : faces[at + by];
  next?.focus();
  return next !== undefined;
}

function keepFocused(): boolean {
  const around = document.activeElement?.closest('.tile, .single, dialog');
  const heart = (around ?? document).querySelector<HTMLElement>(
    around === null || around === undefined ? '.turn:last-child .single .keep' : '.keep',
  );
  heart?.click();
  return heart !== null;
}

function focusLine(): boolean {
  const line = document.querySelector<HTMLElement>('.pane:not([hidden]) #message');
  line?.focus();
  return line !== null;
}
