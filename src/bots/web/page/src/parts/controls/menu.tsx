import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useGame } from '../../state/game.js';
import { useSay } from '../../state/sentences.js';
import { Icon } from './icon.js';

/** The commands without a place of their own on the page, for those who do not know them. */
export function Menu(): JSX.Element {
  const say = useSay();
  const game = useGame();
  const list = useRef<HTMLDivElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const items: readonly (readonly [string, () => void])[] = [
    ['find', () => game.goTo('find')],
    ['help', () => game.run('help', {}, '/help')],
    ['keys', game.listKeys],
    ['file', () => file.current?.click()],
    ['privacy', () => game.run('privacy', {}, '/privacy')],
    ['export', () => game.run('export', {}, '/export')],
    ['forget', () => game.run('forget-me', {}, '/forget-me')],
  ];
  return (
    <>
      <button
        type="button"
        class="button is-icon"
        aria-label={say('web:menu.open')}
        title={say('web:menu.open')}
        popovertarget="menu"
      >
        <Icon name="menu" />
      </button>
      <div ref={list} id="menu" class="menu" popover="auto" aria-label={say('web:menu.open')}>
        {items.map(([name, run]) => (
          <button
            key={name}
            type="button"
            onClick={() => {
              list.current?.hidePopover();
              run();
            }}
          >
            {say(`web:menu.${name}`)}
          </button>
        ))}
        {game.state !== undefined && (
          <p class="licence">{say('web:settings.licence', { ...game.state.model })}</p>
        )}
      </div>
      <input
        ref={file}
        type="file"
        hidden
        accept="image/png,image/webp,image/jpeg,image/gif"
        aria-label={say('web:menu.file')}
        onChange={({ currentTarget }) => {
          const [picture] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (picture !== undefined) game.run('adopt', picture, picture.name);
        }}
      />
    </>
  );
}
