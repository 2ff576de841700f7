import { useEffect } from 'preact/hooks';
import type { PageGame } from '../game.js';

/** Adopts the face of a picture that is dropped or pasted anywhere on the page. */
export function useGivenPictures(run: PageGame['run']): void {
  useEffect(() => {
    const take = (event: Event, data: DataTransfer | null): void => {
      if (data === null || !data.types.includes('Files')) return;
      // The browser would leave the page for the picture.
      event.preventDefault();
      if (event.type === 'dragover') return;
      const [file] = data.files;
      if (file !== undefined) run('adopt', file, file.name);
    };
    const onDrag = (event: DragEvent): void => take(event, event.dataTransfer);
    const onPaste = (event: ClipboardEvent): void => take(event, event.clipboardData);
    document.addEventListener('dragover', onDrag);
    document.addEventListener('drop', onDrag);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('dragover', onDrag);
      document.removeEventListener('drop', onDrag);
      document.removeEventListener('paste', onPaste);
    };
  }, [run]);
}
