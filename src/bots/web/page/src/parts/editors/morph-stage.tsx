import type { JSX } from 'preact';
import type { EditorFace } from '../../state/game.js';
import { useSay } from '../../state/sentences.js';
import type { Frames } from '../../state/editing/use-frames.js';
import { FrameCanvas } from '../portraits/frame-canvas.js';
import { Portrait } from '../portraits/portrait.js';

interface MorphStageProps {
  readonly face: EditorFace;
  readonly frames: Frames;
  readonly isStill: boolean;
}

/** The face that follows, and beside it the one it was. */
export function MorphStage({ face, frames, isStill }: MorphStageProps): JSX.Element {
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
