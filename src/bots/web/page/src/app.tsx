import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { WireBoot, WireReply } from '../../wire.js';
import { Rail } from './parts/portraits/frame.js';
import { announcementOf } from './state/announcement.js';
import { GameContext, type PageGame } from './state/game.js';
import { createSay, SayContext, type Say } from './state/sentences.js';
import { switchLanguage } from './state/use-settings.js';
import { useCutOff } from './state/use-cut-off.js';
import { usePageGame } from './state/use-page-game.js';
import { useTurns } from './state/use-turns.js';
import { useView } from './state/use-view.js';
import { BlendEditor } from './views/blend-editor.js';
import { Chat } from './views/chat.js';
import { Gallery } from './views/gallery.js';
import { MorphEditor } from './views/morph-editor.js';

/** The whole page. */
export function App({ boot }: { readonly boot: WireBoot }): JSX.Element {
  const [sentences, setSentences] = useState(boot);
  const say = useMemo(() => createSay(sentences), [sentences]);
  useEffect(() => {
    document.title = `無限ガチャ ${say('common:product.name')}`;
  }, [say]);
  return (
    <SayContext.Provider value={say}>
      <Page
        say={say}
        language={sentences.language}
        onLanguage={(language) => void switchLanguage(language).then(setSentences)}
      />
    </SayContext.Provider>
  );
}

interface PageProps {
  readonly say: Say;
  readonly language: string;
  readonly onLanguage: (language: string) => void;
}

function Page({ say, language, onLanguage }: PageProps): JSX.Element {
  const [view, goTo] = useView();
  const [announced, setAnnounced] = useState('');
  const [toasted, setToasted] = useState('');
  const [replied, setReplied] = useState<WireReply>();
  const onReply = useCallback(
    (reply: WireReply) => {
      setReplied(reply);
      setAnnounced(announcementOf(reply, say));
    },
    [say],
  );
  const turns = useTurns({ say, onReply });
  useCutOff(turns);
  const game: PageGame = usePageGame({
    say,
    language,
    turns,
    replied,
    goTo,
    announce: setAnnounced,
    toast: setToasted,
  });
  useEffect(() => {
    if (toasted === '') return undefined;
    const timer = setTimeout(() => setToasted(''), TOAST_MS);
    return () => clearTimeout(timer);
  }, [toasted]);
  return (
    <GameContext.Provider value={game}>
      <a class="skip" href="#message">
        {say('web:nav.skip')}
      </a>
      <Rail view={view} language={language} onLanguage={onLanguage} />
      <main>
        <div class="pane" hidden={view !== 'pull'}>
          <Chat {...turns} />
        </div>
        {view === 'gallery' && <Gallery />}
        {view === 'morph' && <MorphEditor />}
        {view === 'blend' && <BlendEditor />}
      </main>
      <p class="visually-hidden" role="status" aria-live="polite">
        {announced}
      </p>
      {toasted !== '' && (
        <p class="toast" role="status">
          {toasted}
        </p>
      )}
    </GameContext.Provider>
  );
}

const TOAST_MS = 3500;
