import type { JSX } from 'preact';
import { useSay } from '../../state/sentences.js';
import { useRecent } from '../../state/favorites/use-recent.js';
import { Portrait } from '../portraits/portrait.js';

const MOST_FACES = 8;

/** After a reload: the latest faces, and the way to all of them. Takes the same room without any. */
export function Lately(): JSX.Element {
  const say = useSay();
  const { page } = useRecent({ pageSize: MOST_FACES });
  const items = page?.items ?? [];
  return (
    <div class="lately">
      {items.length > 0 && (
        <a href="#recent" aria-label={`${say('web:recent.lately')}: ${say('web:recent.all')}`}>
          <span>{say('web:recent.lately')}</span>
          {items.map(({ portrait }) => (
            <Portrait key={portrait.id} portrait={portrait} size="thumbnail" isDecoration />
          ))}
          <span>{say('web:recent.all')}</span>
        </a>
      )}
    </div>
  );
}
