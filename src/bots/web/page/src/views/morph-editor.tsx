import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { WireGroup } from '../../../wire.js';
import { Choices } from '../parts/controls/choices.js';
import { FaceChooser } from '../parts/portraits/face-chooser.js';
import { FrameCanvas } from '../parts/portraits/frame-canvas.js';
import { Act } from '../parts/portraits/portrait-actions.js';
import { Portrait } from '../parts/portraits/portrait.js';
import { act } from '../state/api.js';
import { useGame, type EditorFace } from '../state/game.js';
import { useSay } from '../state/sentences.js';
import { useFavoriteRow } from '../state/use-favorite-row.js';
import { useFrames } from '../state/use-frames.js';
import { sentenceOf } from '../state/use-turns.js';

/** What one group should become, and how far: 0 to 100. */
interface Move {
  readonly value: string;
  readonly percent: number;
}

type Moves = Readonly<Record<string, Move>>;

/** 属性変更: one face, and sliders that it follows. */
export function MorphEditor(): JSX.Element {
  const say = useSay();
  const game = useGame();
  const { favorites, fault, more } = useFavoriteRow();
  const [first] = favorites ?? [];
  const face = game.editor.morph ?? (first && { portrait: first.portrait, label: first.label });
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
  const [moves, setMoves] = useState<Moves>({});
  const [words, setWords] = useState('');
  // What stands in the field once it is left: half a word would be refused.
  const [said, setSaid] = useState('');
  const groups = game.state?.groups ?? [];
  const reference = { portraitId: face.portrait.id };
  const prompt = promptOf(moves, words, face);
  const isStill = Object.keys(moves).length === 0 && said === '';
  const isNothing = Object.keys(prompt).length === 0;
  const frames = useFrames(
    'morph',
    isStill ? undefined : { reference, prompt: promptOf(moves, said, face) },
  );
  const reset = (): void => {
    setMoves({});
    setWords('');
    setSaid('');
  };

  const keep = async (): Promise<void> => {
    try {
      const reply = await act('morph', { reference, prompt });
      if (reply?.kind === 'strip') await game.keep(reply.chosen);
    } catch (error) {
      game.toast(sentenceOf(error, undefined, say));
    }
  };
  const show = (action: 'morph' | 'animate'): void => {
    const spoken = [...labelsOf(groups, moves), words].filter((part) => part !== '').join(' · ');
    game.run(action, { reference, prompt }, `${say('web:morph.title')}: ${spoken}`);
  };
  return (
    <div class="editor-body">
      <div class="editor-stage">
        <FrameCanvas
          label={`${face.label} ${say('web:morph.after')}`}
          frames={frames}
          restingId={face.portrait.id}
          isStill={isStill}
        />
        <figure class="editor-before">
          <Portrait portrait={face.portrait} sizePx={64} />
          <figcaption>
            {say('web:morph.before')}
            <br />
            {face.label}
          </figcaption>
        </figure>
        {frames.fault !== undefined && <p class="failure">{frames.fault}</p>}
        <EditorActions
          isNothing={isNothing}
          onKeep={() => void keep()}
          onShow={show}
          onReset={reset}
        />
      </div>
      <div class="editor-controls">
        {isNothing && <p class="soft">{say('web:morph.nothing')}</p>}
        {groups.map((group) => (
          <MoveChoices
            key={group.group}
            group={group}
            current={heaviest(face.portrait.attributes[group.group])}
            move={moves[group.group]}
            onMove={(move) => setMoves(withMove(moves, group.group, move))}
          />
        ))}
        <WordsField words={words} onWords={setWords} onSaid={setSaid} />
      </div>
    </div>
  );
}

interface EditorActionsProps {
  /** Nothing is moved or said, so there is nothing to show or keep. */
  readonly isNothing: boolean;
  readonly onKeep: () => void;
  readonly onShow: (action: 'morph' | 'animate') => void;
  readonly onReset: () => void;
}

function EditorActions({ isNothing, onKeep, onShow, onReset }: EditorActionsProps): JSX.Element {
  const say = useSay();
  return (
    <div class="actions">
      <button type="button" class="button is-primary" disabled={isNothing} onClick={onKeep}>
        {say('web:morph.keep')}
      </button>
      <Act
        icon="gallery"
        text={say('web:morph.strip')}
        isDisabled={isNothing}
        onClick={() => onShow('morph')}
      />
      <Act
        icon="film"
        text={say('web:morph.animate')}
        isDisabled={isNothing}
        onClick={() => onShow('animate')}
      />
      <Act icon="again" text={say('web:morph.reset')} isDisabled={isNothing} onClick={onReset} />
    </div>
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

function labelsOf(groups: readonly WireGroup[], moves: Moves): readonly string[] {
  return groups.flatMap(({ group, values }) =>
    values.filter(({ value }) => moves[group]?.value === value).map(({ label }) => label),
  );
}

function heaviest(weights: Readonly<Record<string, number>> = {}): string | undefined {
  return Object.entries(weights).toSorted(([, one], [, other]) => other - one)[0]?.[0];
}
