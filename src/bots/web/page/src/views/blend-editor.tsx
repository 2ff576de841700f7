import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Reply } from '../parts/chat/reply.js';
import { EditTools } from '../parts/controls/edit-tools.js';
import { KeepOnceButton } from '../parts/controls/keep-once.js';
import { FaceChooser } from '../parts/portraits/face-chooser.js';
import { FrameCanvas } from '../parts/portraits/frame-canvas.js';
import { ActionButton } from '../parts/controls/action-button.js';
import { Portrait } from '../parts/portraits/portrait.js';
import { useGame, type EditorFace } from '../state/game.js';
import { useSay } from '../state/sentences.js';
import { useFavoriteRow } from '../state/favorites/use-favorite-row.js';
import { useFrames } from '../state/editing/use-frames.js';
import { useKeepOnce } from '../state/favorites/use-keep-once.js';
import { useSteps } from '../state/editing/use-steps.js';
import { useUndo } from '../state/editing/use-undo.js';

/** かけあわせ: two faces and the slider between them. */
export function BlendEditor(): JSX.Element {
  const say = useSay();
  const game = useGame();
  const { favorites, fault, more } = useFavoriteRow();
  const faces = (favorites ?? []).map(({ portrait, label }) => ({ portrait, label }));
  // The newest ones when the editor was first seen; one that is kept later takes nobody's place.
  const [newest, setNewest] = useState<readonly EditorFace[]>([]);
  if (newest.length < 2 && faces.length > newest.length) setNewest(faces.slice(0, 2));
  const first = game.editor.blend ?? newest[0];
  const [chosen, setChosen] = useState<EditorFace>();
  const second = chosen ?? newest.find(({ portrait }) => portrait.id !== first?.portrait.id);
  return (
    <section class="view editor" aria-labelledby="blend-title">
      <header class="view-head">
        <h1 id="blend-title">{say('web:blend.title')}</h1>
        <p class="soft">{say('web:blend.lead')}</p>
      </header>
      {fault !== undefined && <p class="failure">{fault}</p>}
      {favorites !== undefined && (first === undefined || second === undefined) && (
        <p class="empty">{say('web:blend.none')}</p>
      )}
      {first !== undefined && second !== undefined && (
        <>
          <div class="editor-choosers">
            <FaceChooser
              legend={say('web:blend.first')}
              favorites={favorites ?? []}
              chosen={first}
              onChoose={game.blend}
              onMore={more}
            />
            <FaceChooser
              legend={say('web:blend.second')}
              favorites={favorites ?? []}
              chosen={second}
              onChoose={setChosen}
              onMore={more}
            />
          </div>
          {first.portrait.id === second.portrait.id ? (
            <p class="soft">{say('web:blend.same')}</p>
          ) : (
            <Between first={first} second={second} />
          )}
        </>
      )}
    </section>
  );
}

interface BetweenProps {
  readonly first: EditorFace;
  readonly second: EditorFace;
}

function Between({ first, second }: BetweenProps): JSX.Element {
  const say = useSay();
  const history = useUndo(50);
  const percent = history.value;
  const [isComparing, setComparing] = useState(false);
  const command = {
    first: { portraitId: first.portrait.id },
    second: { portraitId: second.portrait.id },
    ratio: percent / 100,
  };
  const frames = useFrames('blend', command);
  const once = useKeepOnce('blend', command);
  const steps = useSteps();
  const spoken = say('common:blend.title', { first: first.label, second: second.label });
  return (
    <div class="editor-body is-blend">
      <div class="editor-between">
        <End face={first} />
        <FrameCanvas
          label={spoken}
          frames={frames}
          restingId={first.portrait.id}
          isStill={isComparing}
        />
        <End face={second} />
      </div>
      <label class="slider is-wide">
        <input
          type="range"
          min={0}
          max={100}
          value={percent}
          aria-label={say('web:blend.ratio')}
          style={{ '--fill': `${percent}%` }}
          onInput={(event) => history.change(Number(event.currentTarget.value), 'ratio')}
        />
      </label>
      {frames.fault !== undefined && <p class="failure">{frames.fault}</p>}
      <EditTools
        history={history}
        isComparing={isComparing}
        isComparable
        onCompare={setComparing}
      />
      <div class="actions">
        <KeepOnceButton
          text={say('web:blend.keep')}
          once={once}
          isDisabled={frames.fault !== undefined}
        />
        <ActionButton
          icon="gallery"
          text={say('web:blend.draw')}
          isDisabled={steps.isBusy}
          onClick={() => steps.draw('blend', command)}
        />
      </div>
      {steps.reply !== undefined && (
        <div class="editor-result">
          <Reply reply={steps.reply} />
        </div>
      )}
    </div>
  );
}

function End({ face }: { readonly face: EditorFace }): JSX.Element {
  return (
    <figure class="editor-end">
      <Portrait key={face.portrait.id} portrait={face.portrait} />
      <figcaption>{face.label}</figcaption>
    </figure>
  );
}
