import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { WireFavoriteQuery } from '../../../wire.js';
import { Pages } from '../parts/controls/pages.js';
import { ActionButton } from '../parts/controls/action-button.js';
import { Walk } from '../parts/portraits/walk.js';
import { FaceGrid } from '../parts/portraits/face-grid.js';
import { useFavorites } from '../state/favorites/use-favorites.js';
import { useGame } from '../state/game.js';
import { useSay } from '../state/sentences.js';

/** 生成一覧: the faces that the visitor keeps. */
export function Gallery(): JSX.Element {
  const say = useSay();
  const game = useGame();
  const [query, setQuery] = useState<WireFavoriteQuery>({});
  const { page, fault, reload } = useFavorites(query);
  useEffect(reload, [game.revision]);
  const isEmpty = page?.total === 0 && query.search === undefined && query.tag === undefined;
  return (
    <section class="view gallery" aria-labelledby="gallery-title">
      <header class="view-head">
        <h1 id="gallery-title">{say('web:gallery.title')}</h1>
        <p class="soft">{page === undefined ? say('web:gallery.lead') : page.text}</p>
      </header>
      {fault !== undefined && <p class="failure">{fault}</p>}
      {isEmpty ? (
        <EmptyGallery />
      ) : (
        <>
          <div class="actions gallery-tools">
            <ActionButton
              icon="save"
              text={say('web:gallery.download')}
              onClick={() => game.run('export', {}, '/export')}
            />
            <Walk favorites={page?.items ?? []} />
          </div>
          <Filters query={query} tags={page?.tags ?? []} onChange={setQuery} />
          {page !== undefined && (
            <>
              <FaceGrid listing={page} />
              <Pages {...page} onTurn={(next) => setQuery({ ...query, page: next })} />
            </>
          )}
        </>
      )}
    </section>
  );
}

function EmptyGallery(): JSX.Element {
  const say = useSay();
  const game = useGame();
  return (
    <div class="empty">
      <span class="empty-seal" aria-hidden="true">
        空
      </span>
      <p>{say('web:gallery.empty')}</p>
      <p class="soft">{say('web:gallery.emptyLead')}</p>
      <button type="button" class="button is-primary" onClick={() => game.goTo('pull')}>
        {say('web:gallery.go')}
      </button>
    </div>
  );
}

interface FiltersProps {
  readonly query: WireFavoriteQuery;
  readonly tags: readonly string[];
  readonly onChange: (query: WireFavoriteQuery) => void;
}

function Filters({ query, tags, onChange }: FiltersProps): JSX.Element {
  const say = useSay();
  const { search, tag, order = 'newest' } = query;
  const without = (name: keyof WireFavoriteQuery): WireFavoriteQuery =>
    Object.fromEntries(Object.entries(query).filter(([key]) => key !== name && key !== 'page'));
  return (
    <div class="filters">
      <input
        type="search"
        value={search ?? ''}
        placeholder={say('web:gallery.search')}
        aria-label={say('web:gallery.search')}
        onInput={({ currentTarget: { value } }) =>
          onChange(value === '' ? without('search') : { ...without('search'), search: value })
        }
      />
      <select
        value={order}
        aria-label={say('web:gallery.order')}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...without('order'), order: value as 'newest' })
        }
      >
        <option value="newest">{say('web:gallery.newest')}</option>
        <option value="oldest">{say('web:gallery.oldest')}</option>
        <option value="name">{say('web:gallery.byName')}</option>
      </select>
      {tags.length > 0 && (
        <div class="chips">
          <button
            type="button"
            class="chip"
            aria-pressed={tag === undefined}
            onClick={() => onChange(without('tag'))}
          >
            {say('web:gallery.all')}
          </button>
          {tags.map((own) => (
            <button
              key={own}
              type="button"
              class="chip"
              aria-pressed={own === tag}
              onClick={() => onChange({ ...without('tag'), tag: own })}
            >
              {own}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
