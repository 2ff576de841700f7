import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { WireGroup } from '../../../wire.js';
import { Reply } from '../parts/chat/reply.js';
import { Choices } from '../parts/controls/choices.js';
import { EditTools } from '../parts/controls/edit-tools.js';
import { KeepOnceButton } from '../parts/controls/keep-once.js';
import { FaceChooser } from '../parts/portraits/face-chooser.js';
import { FrameCanvas } from '../parts/portraits/frame-canvas.js';
import { ActionButton } from '../parts/controls/action-button.js';
import { Portrait } from '../parts/portraits/portrait.js';
import { useGame, type EditorFace } from '../state/game.js';
import { useSay } from '../state/sentences.js';
import { useFavoriteRow } from '../state/use-favorite-row.js';
import { useFrames, type Frames } from '../state/use-frames.js';
import { useKeepOnce } from '../state/use-keep-once.js';
import { useSteps } from '../state/use-steps.js';
import { useUndo } from '../state/use-undo.js';

/** Target value of one group, and how far towards it: 0 to 100. */
interface Move {
  readonly value: string;
  readonly percent: number;
}

type Moves = Readonly<Record<string, Move>>;

interface Wish {
  readonly moves: Moves;
  readonly words: string;
  readonly said: string;
}

const NO_WISH: Wish = { moves: {}, words: '', said: '' };

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
  // `said` is what stands in the field once it is left: half a word would be refused.
  const history = useUndo<Wish>(NO_WISH);
  const { moves, words, said } = history.value;
  const [isComparing, setComparing] = useState(false);
  const wish = (change: Partial<Wish>, what: string): void => {
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
        <Stage face={face} frames={frames} isStill={isStill || isComparing} />
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
          <EditorActions
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

interface StageProps {
  readonly face: EditorFace;
  readonly frames: Frames;
  readonly isStill: boolean;
}

function Stage({ face, frames, isStill }: StageProps): JSX.Element {
  const say = useSay();
  return (
    <>
      <FrameCanvas
        label={`${face.label} ${say('web:morph.after')}`}
        frames={frames}
        restingId={face.portrait.id}
        isStill={isStill}
      />
      <figure class="editor-before">
        <Portrait portrait={face.portrait} size="thumbnail" />
        <figcaption>
          {say('web:morph.before')}
          <br />
          {face.label}
        </figcaption>
      </figure>
    </>
  );
}

interface EditorActionsProps {
  /** Nothing is moved or said, so there is nothing to show. */
  readonly isDisabled: boolean;
  readonly isBusy: boolean;
  readonly onShow: (action: 'morph' | 'animate') => void;
  readonly onReset: () => void;
}

function EditorActions(props: EditorActionsProps): JSX.Element {
  const { isDisabled, isBusy, onShow, onReset } = props;
  const say = useSay();
  return (
    <>
      <ActionButton
        icon="gallery"
        text={say('web:morph.strip')}
        isDisabled={isDisabled || isBusy}
        onClick={() => onShow('morph')}
      />
      <ActionButton
        icon="film"
        text={say('web:morph.animate')}
        isDisabled={isDisabled || isBusy}
        onClick={() => onShow('animate')}
      />
      <ActionButton
        icon="again"
        text={say('web:morph.reset')}
        isDisabled={isDisabled}
        onClick={onReset}
      />
    </>
  );
}

interface WordsFieldProps {
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly onSaid: (said: string) => void;
}

function WordsField({ words, onWords, onSaid }: WordsFieldProps): JSX.Element {
  const say = useSay();
  return (
    <label class="field">
      <span>{say('web:morph.words')}</span>
      <input
        value={words}
        placeholder={say('web:morph.wordsPlaceholder')}
        onInput={(event) => onWords(event.currentTarget.value)}
        onChange={(event) => onSaid(event.currentTarget.value.trim())}
      />
    </label>
  );
}

interface MoveChoicesProps {
  readonly group: WireGroup;
  readonly current: string | undefined;
  readonly move: Move | undefined;
  readonly onMove: (move: Move | undefined) => void;
}

/** A group's choices and, once one is chosen, the slider of how far. */
function MoveChoices({ group, current, move, onMove }: MoveChoicesProps): JSX.Element {
  const say = useSay();
  return (
    <Choices
      group={group}
      value={move?.value ?? current}
      onChoose={(value) =>
        onMove(value === current ? undefined : { value, percent: move?.percent ?? 100 })
      }
    >
      {move !== undefined && (
        <label class="slider">
          <input
            type="range"
            min={0}
            max={100}
            value={move.percent}
            aria-label={`${group.label}: ${say('web:morph.strength')}`}
            style={{ '--fill': `${move.percent}%` }}
            onInput={(event) => onMove({ ...move, percent: Number(event.currentTarget.value) })}
          />
          <output>{move.percent}</output>
        </label>
      )}
    </Choices>
  );
}

function withMove(moves: Moves, group: string, move: Move | undefined): Moves {
  const others = Object.fromEntries(Object.entries(moves).filter(([name]) => name !== group));
  return move === undefined ? others : { ...others, [group]: move };
}

/** φ of the moved groups: from what the face has towards the chosen value. */
function weightsOf(moves: Moves, { portrait }: EditorFace): Record<string, Record<string, number>> {
  return Object.fromEntries(
    Object.entries(moves).map(([group, { value, percent }]) => {
      const share = percent / 100;
      const before = portrait.attributes[group] ?? {};
      const moved: Record<string, number> = { [value]: share };
      for (const [own, weight] of Object.entries(before)) {
        moved[own] = (moved[own] ?? 0) + weight * (1 - share);
      }
      return [group, moved];
    }),
  );
}

/** Empty while nothing is moved and nothing said. */
function promptOf(moves: Moves, words: string, face: EditorFace) {
  return {
    ...(Object.keys(moves).length === 0 ? {} : { weights: weightsOf(moves, face) }),
    ...(words.trim() === '' ? {} : { description: words.trim() }),
  };
}

function heaviest(weights: Readonly<Record<string, number>> = {}): string | undefined {
  return Object.entries(weights).toSorted(([, one], [, other]) => other - one)[0]?.[0];
}
