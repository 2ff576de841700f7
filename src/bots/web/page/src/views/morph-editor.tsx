import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Reply } from '../parts/chat/reply.js';
import { EditTools } from '../parts/controls/edit-tools.js';
import { KeepOnceButton } from '../parts/controls/keep-once.js';
import { MorphActions } from '../parts/editors/morph-actions.js';
import { MorphStage } from '../parts/editors/morph-stage.js';
import { MoveChoices } from '../parts/editors/move-choices.js';
import { WordsField } from '../parts/editors/words-field.js';
import { FaceChooser } from '../parts/portraits/face-chooser.js';
import { useGame, type EditorFace } from '../state/game.js';
import {
  heaviest,
  NO_WISH,
  promptOf,
  withMove,
  type MorphWish,
} from '../state/editing/morph-wish.js';
import { useSay } from '../state/sentences.js';
import { useFavoriteRow } from '../state/favorites/use-favorite-row.js';
import { useFrames } from '../state/editing/use-frames.js';
import { useKeepOnce } from '../state/favorites/use-keep-once.js';
import { useSteps } from '../state/editing/use-steps.js';
import { useUndo } from '../state/editing/use-undo.js';

/** 属性変更: one face, and sliders that it follows. */
export function MorphEditor(): JSX.Element {
  const say = useSay();
  const game = useGame();
  const { favorites, fault, more } = useFavoriteRow();
  const [first] = favorites ?? [];
  // The newest when the editor was first seen; one that is kept later takes nobody's place.
  const [newest, setNewest] = useState<EditorFace>();
  if (newest === undefined && first !== undefined) setNewest(first);
  const face = game.editor.morph ?? newest;
  return (
    <section class="view editor" aria-labelledby="morph-title">
      <header class="view-head">
        <h1 id="morph-title">{say('web:morph.title')}</h1>
        <p class="soft">{say('web:morph.lead')}</p>
      </header>
      {fault !== undefined && <p class="failure">{fault}</p>}
      {favorites !== undefined && favorites.length > 0 && (
        <FaceChooser
          legend={say('web:morph.choose')}
          favorites={favorites}
          chosen={face}
          onChoose={game.morph}
          onMore={more}
        />
      )}
      {face === undefined && favorites !== undefined && (
        <p class="empty">{say('web:morph.none')}</p>
      )}
      {face !== undefined && <Editor key={face.portrait.id} face={face} />}
    </section>
  );
}

function Editor({ face }: { readonly face: EditorFace }): JSX.Element {
  const say = useSay();
  const game = useGame();
  const history = useUndo<MorphWish>(NO_WISH);
  const { moves, words, said } = history.value;
  const [isComparing, setComparing] = useState(false);
  const wish = (change: Partial<MorphWish>, what: string): void => {
    setComparing(false);
    history.change({ ...history.value, ...change }, what);
  };
  const groups = game.state?.groups ?? [];
  const reference = { portraitId: face.portrait.id };
  const prompt = promptOf(moves, words, face);
  const isStill = Object.keys(moves).length === 0 && said === '';
  const isNothing = Object.keys(prompt).length === 0;
  const frames = useFrames(
    'morph',
    isStill ? undefined : { reference, prompt: promptOf(moves, said, face) },
  );
  const once = useKeepOnce('morph', { reference, prompt });
  const steps = useSteps();
  return (
    <div class="editor-body">
      <div class="editor-stage">
        <MorphStage face={face} frames={frames} isStill={isStill || isComparing} />
        {frames.fault !== undefined && <p class="failure">{frames.fault}</p>}
        <EditTools
          history={history}
          isComparing={isComparing}
          isComparable={!isStill}
          onCompare={setComparing}
        />
        <div class="actions">
          <KeepOnceButton
            text={say('web:morph.keep')}
            once={once}
            isDisabled={isNothing || frames.fault !== undefined}
          />
          <MorphActions
            isDisabled={isNothing}
            isBusy={steps.isBusy}
            onShow={(action) => steps.draw(action, { reference, prompt })}
            onReset={() => wish(NO_WISH, 'reset')}
          />
        </div>
      </div>
      <div class="editor-controls">
        {steps.reply !== undefined && (
          <div class="editor-result">
            <Reply reply={steps.reply} />
          </div>
        )}
        {isNothing && <p class="soft">{say('web:morph.nothing')}</p>}
        {groups.map((group) => (
          <MoveChoices
            key={group.group}
            group={group}
            current={heaviest(face.portrait.attributes[group.group])}
            move={moves[group.group]}
            onMove={(move) => wish({ moves: withMove(moves, group.group, move) }, group.group)}
          />
        ))}
        <WordsField
          words={words}
          onWords={(next) => wish({ words: next }, 'words')}
          onSaid={(next) => wish({ said: next }, 'words')}
        />
      </div>
    </div>
  );
}
