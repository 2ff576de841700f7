import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { WireBoot, WireReply } from '../../wire.js';
import { KeyList } from './parts/controls/key-list.js';
import { ToastList } from './parts/controls/toasts.js';
import { FavoriteDialog } from './parts/portraits/favorite-dialog.js';
import { Rail } from './parts/controls/rail.js';
import { announcementOf } from './state/connection/announcement.js';
import { GameContext, type PageGame, type View } from './state/game.js';
import { createSay, SayContext, type Say } from './state/sentences.js';
import { switchLanguage } from './state/use-settings.js';
import type { FavoriteListing } from './state/favorites/favorite-listing.js';
import { useCutOff } from './state/connection/use-cut-off.js';
import { usePageGame } from './state/use-page-game.js';
import { useToasts } from './state/use-toasts.js';
import { sentenceOf, useTurns, type Turns } from './state/chat/use-turns.js';
import { useLinkedCode } from './state/chat/use-linked-code.js';
import { useKeys } from './state/use-keys.js';
import { useView } from './state/use-view.js';
import { BlendEditor } from './views/blend-editor.js';
import { Chat } from './views/chat.js';
import { Find } from './views/find.js';
import { Gallery } from './views/gallery.js';
import { MorphEditor } from './views/morph-editor.js';
import { Recent } from './views/recent.js';
import { Pane } from './parts/controls/pane.js';
import { useGivenPictures } from './state/chat/use-given-pictures.js';

const NO_LISTING: FavoriteListing = { items: [], page: 1, pageCount: 1, query: {} };

/** The whole page. */
export function App({ boot }: { readonly boot: WireBoot }): JSX.Element {
  const [sentences, setSentences] = useState(boot);
  const say = useMemo(() => createSay(sentences), [sentences]);
  return (
    <SayContext.Provider value={say}>
      <Page say={say} language={sentences.language} onLanguage={setSentences} />
    </SayContext.Provider>
  );
}

interface PageProps {
  readonly say: Say;
  readonly language: string;
  readonly onLanguage: (sentences: WireBoot) => void;
}

function Page({ say, language, onLanguage }: PageProps): JSX.Element {
  const { view, number, goTo, open, turnTo, close } = useView();
  const [among, setAmong] = useState<FavoriteListing>(NO_LISTING);
  const [announced, setAnnounced] = useState('');
  const toasts = useToasts();
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
  const [areKeysListed, setKeysListed] = useState(false);
  const listKeys = useCallback(() => setKeysListed(true), []);
  const game: PageGame = usePageGame({
    say,
    language,
    turns,
    replied,
    goTo,
    listKeys,
    open: useCallback(
      (which, list) => {
        setAmong(list);
        open(which);
      },
      [open],
    ),
    announce: setAnnounced,
    toasts,
  });
  useGivenPictures(game.run);
  useLinkedCode(game.run);
  useKeys({ onHelp: listKeys });
  useTitle(say, view);
  useEffect(() => void turns.reword(), [language]);
  return (
    <GameContext.Provider value={game}>
      <a class="skip" href="#main" onClick={skip}>
        {say('web:nav.skip')}
      </a>
      <Rail
        view={view}
        language={language}
        onLanguage={(next) =>
          void switchLanguage(next)
            .then(onLanguage)
            .catch((error: unknown) => toasts.show(sentenceOf(error, undefined, say)))
        }
      />
      <Sections view={view} turns={turns} />
      <p class="visually-hidden" role="status" aria-live="polite">
        {announced}
      </p>
      {areKeysListed && <KeyList onClose={() => setKeysListed(false)} />}
      {number === undefined ? (
        <ToastList />
      ) : (
        <FavoriteDialog number={number} among={among} onTurn={turnTo} onClose={close} />
      )}
    </GameContext.Provider>
  );
}

/** To where one writes, else to the section as it is: the address stays what it was. */
function skip(event: Event): void {
  event.preventDefault();
  const line = document.querySelector<HTMLElement>('.pane:not([hidden]) #message');
  (line ?? document.querySelector<HTMLElement>('main'))?.focus();
}

interface SectionsProps {
  readonly view: View;
  readonly turns: Turns;
}

/** The section one is in; chat, finder and editors stay as they are while another is shown. */
function Sections({ view, turns }: SectionsProps): JSX.Element {
  return (
    <main id="main" tabIndex={-1}>
      <div class="pane" hidden={view !== 'pull'}>
        <Chat {...turns} />
      </div>
      {view === 'recent' && <Recent />}
      {view === 'gallery' && <Gallery />}
      <Pane isShown={view === 'find'}>
        <Find />
      </Pane>
      <Pane isShown={view === 'morph'}>
        <MorphEditor />
      </Pane>
      <Pane isShown={view === 'blend'}>
        <BlendEditor />
      </Pane>
    </main>
  );
}

/** The section first: tabs cut what comes last. */
function useTitle(say: Say, view: View): void {
  useEffect(() => {
    const product = `無限ガチャ ${say('common:product.name')}`;
    document.title = view === 'pull' ? product : `${say(`web:nav.${view}`)} · ${product}`;
  }, [say, view]);
}
