import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useGame, type View } from '../../state/game.js';
import { useSay } from '../../state/sentences.js';
import { useTheme, type Theme } from '../../state/use-settings.js';
import { Icon, type IconName } from './icon.js';
import { Menu } from './menu.js';

const VIEWS = ['pull', 'recent', 'gallery', 'morph', 'blend'] as const satisfies readonly View[];

interface RailProps {
  readonly view: View;
  readonly language: string;
  readonly onLanguage: (language: string) => void;
}

/** Name, sections and settings: a rail on wide screens, a bar on narrow ones. */
export function Rail({ view, language, onLanguage }: RailProps): JSX.Element {
  const say = useSay();
  const { state, goTo, kept } = useGame();
  const [seen, setSeen] = useState(0);
  const isGallery = view === 'gallery';
  useEffect(() => {
    if (isGallery) setSeen(kept.size);
  }, [isGallery, kept.size]);
  return (
    <header class="rail">
      <a class="wordmark" href="#pull">
        <img src="./favicon.svg" alt="" width={34} height={34} />
        <span lang="ja">無限ガチャ</span>
        <small>Mugen Gacha</small>
      </a>
      <nav aria-label={say('web:nav.label')}>
        {VIEWS.map((name) => (
          <a
            key={name}
            href={`#${name}`}
            aria-current={name === view ? 'page' : undefined}
            onClick={() => goTo(name)}
          >
            <Icon name={name} />
            <span>{say(`web:nav.${name}`)}</span>
            {name === 'gallery' && !isGallery && kept.size > seen && <i class="dot" />}
          </a>
        ))}
      </nav>
      <div class="settings">
        <Menu />
        <ThemeButton />
        <select
          value={language}
          aria-label={say('web:settings.language')}
          onChange={(event) => {
            const wanted = event.currentTarget.value;
            // It changes with the sentences, once they are here.
            event.currentTarget.value = language;
            onLanguage(wanted);
          }}
        >
          <option value="en">English</option>
          <option value="ja">日本語</option>
          <option value="zh-CN">简体中文</option>
          <option value="zh-TW">繁體中文</option>
        </select>
        {state !== undefined && (
          <p class="licence">{say('web:settings.licence', { ...state.model })}</p>
        )}
      </div>
    </header>
  );
}

const NEXT_THEME: Readonly<Record<Theme, Theme>> = { auto: 'light', light: 'dark', dark: 'auto' };
const THEME_ICON: Readonly<Record<Theme, IconName>> = { auto: 'auto', light: 'sun', dark: 'moon' };

function ThemeButton(): JSX.Element {
  const say = useSay();
  const [theme, setTheme] = useTheme();
  const label = `${say('web:settings.theme')}: ${say(`web:settings.${theme}`)}`;
  return (
    <button
      type="button"
      class="button is-icon"
      aria-label={label}
      title={label}
      onClick={() => setTheme(NEXT_THEME[theme])}
    >
      <Icon name={THEME_ICON[theme]} />
    </button>
  );
}
