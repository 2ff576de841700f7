import { useEffect } from 'preact/hooks';
import type { PageGame } from '../game.js';

/** Draws the face of a link to one, `#code/mg1…`, once: the address is the chat's from then on. */
export function useLinkedCode(run: PageGame['run']): void {
  useEffect(() => {
    const follow = (): void => {
      const code = /^#code\/([\w-]{1,400})$/.exec(location.hash)?.[1];
      if (code === undefined) return;
      history.replaceState(null, '', '#pull');
      run('redraw', { code }, code);
    };
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [run]);
}
