import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Pages } from '../parts/controls/pages.js';
import { PortraitSet } from '../parts/portraits/portrait-set.js';
import { useSay } from '../state/sentences.js';
import { useRecent } from '../state/favorites/use-recent.js';

const PAGE_SIZE = 48;

/** Recently drawn portraits, which outlive the page and can still be kept. */
export function Recent(): JSX.Element {
  const say = useSay();
  const [wanted, setWanted] = useState(1);
  const { page, fault } = useRecent({ page: wanted, pageSize: PAGE_SIZE });
  const newest = page === undefined ? 0 : page.total - (page.page - 1) * PAGE_SIZE;
  return (
    <section class="view recent" aria-labelledby="recent-title">
      <header class="view-head">
        <h1 id="recent-title">{say('web:recent.title')}</h1>
        <p class="soft">{say('web:recent.lead')}</p>
      </header>
      {fault !== undefined && <p class="failure">{fault}</p>}
      {page?.total === 0 && <p class="soft">{say('web:recent.empty')}</p>}
      {page !== undefined && page.total > 0 && (
        <>
          <PortraitSet
            key={page.page}
            portraits={page.items.map(({ portrait }) => portrait)}
            notes={[]}
            shape="grid"
            numbers={{ first: newest, step: -1 }}
          />
          <Pages {...page} onTurn={setWanted} />
        </>
      )}
    </section>
  );
}
