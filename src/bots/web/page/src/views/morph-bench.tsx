import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { WireGroup } from '../../../wire.js';
import { Choices } from '../parts/choices.js';
import { FaceChooser } from '../parts/face-chooser.js';
import { FrameCanvas } from '../parts/frame-canvas.js';
import { Act } from '../parts/portrait-actions.js';
import { Portrait } from '../parts/portrait.js';
import { act } from '../state/api.js';
import { useGame, type BenchFace } from '../state/game.js';
import { useSay } from '../state/sentences.js';
import { useFavorites } from '../state/use-favorites.js';
import { useFrames } from '../state/use-frames.js';
import { sentenceOf } from '../state/use-turns.js';

/** What one group should become, and how far: 0 to 100. */
interface Move {
  readonly value: string;
  readonly percent: number;
}

type Moves = Readonly<Record<string, Move>>;

/** 属性変更: one face, and sliders that it follows. */
export function MorphBench(): JSX.Element {
  const say = useSay();
  const game = useGame();
  const { page, fault } = useFavorites({});
  const favorites = page?.items ?? [];
  const [first] = favorites;
  const face = game.bench.morph ?? (first && { portrait: first.portrait, label: first.label });
  return (
    <section class="view bench" aria-labelledby="morph-title">
      <header class="view-head">
        <h1 id="morph-title">{say('web:morph.title')}</h1>
        <p class="soft">{say('web:morph.lead')}</p>
      </header>
      {fault !== undefined && <p class="failure">{fault}</p>}
      {favorites.length > 0 && (
        <FaceChooser
          legend={say('web:morph.choose')}
          favorites={favorites}
          chosen={face}
          onChoose={game.morph}
        />
      )}
      {face === undefined && page !== undefined && <p class="empty">{say('web:morph.none')}</p>}
      {face !== undefined && <Bench key={face.portrait.id} face={face} />}
    </section>
  );
}

function Bench({ face }: { readonly face: BenchFace }): JSX.Element {
  const say = useSay();
  const game = useGame();
  const [moves, setMoves] = useState<Moves>({});
  const [words, setWords] = useState('');
  const groups = game.state?.groups ?? [];
  const subject = { portraitId: face.portrait.id };
  const isStill = Object.keys(moves).length === 0;
  const weights = weightsOf(moves, face);
  const frames = useFrames('morph', isStill ? undefined : { subject, wish: { weights } });
  const wish = { ...(isStill ? {} : { weights }), ...(words === '' ? {} : { description: words }) };
  const isNothing = isStill && words.trim() === '';

  const keep = async (): Promise<void> => {
    try {
      const reply = await act('morph', { subject, wish });
      if (reply?.kind === 'strip') await game.keep(reply.chosen);
    } catch (error) {
      game.toast(sentenceOf(error, undefined, say));
    }
  };
  const show = (action: 'morph' | 'animate'): void => {
    const spoken = [...labelsOf(groups, moves), words].filter((part) => part !== '').join(' · ');
    game.run(action, { subject, wish }, `${say('web:morph.title')}: ${spoken}`);
  };
  return (
    <div class="bench-body">
      <div class="bench-stage">
        <FrameCanvas
          label={`${face.label} ${say('web:morph.after')}`}
          frames={frames}
          restingId={face.portrait.id}
          isStill={isStill}
        />
        <figure class="bench-before">
          <Portrait portrait={face.portrait} sizePx={64} />
          <figcaption>
            {say('web:morph.before')}
            <br />
            {face.label}
          </figcaption>
        </figure>
        {frames.fault !== undefined && <p class="failure">{frames.fault}</p>}
        <div class="actions">
          <button
            type="button"
            class="button is-primary"
            disabled={isNothing}
            onClick={() => void keep()}
          >
            {say('web:morph.keep')}
          </button>
          <Act icon="gallery" text={say('web:morph.strip')} onClick={() => show('morph')} />
          <Act icon="film" text={say('web:morph.animate')} onClick={() => show('animate')} />
          <Act icon="again" text={say('web:morph.reset')} onClick={() => setMoves({})} />
        </div>
      </div>
      <div class="bench-controls">
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
        <label class="field">
          <span>{say('web:morph.words')}</span>
          <input
            value={words}
            placeholder={say('web:morph.wordsPlaceholder')}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </label>
      </div>
    </div>
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
function weightsOf(moves: Moves, { portrait }: BenchFace): Record<string, Record<string, number>> {
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

function labelsOf(groups: readonly WireGroup[], moves: Moves): readonly string[] {
  return groups.flatMap(({ group, values }) =>
    values.filter(({ value }) => moves[group]?.value === value).map(({ label }) => label),
  );
}

function heaviest(weights: Readonly<Record<string, number>> = {}): string | undefined {
  return Object.entries(weights).toSorted(([, one], [, other]) => other - one)[0]?.[0];
}
