import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { pictureUrl } from '../../state/connection/api.js';
import { useGame } from '../../state/game.js';
import type { Frames } from '../../state/editing/use-frames.js';

interface FrameCanvasProps {
  readonly label: string;
  readonly frames: Frames;
  /** Shown while there is no frame, or `isStill`. */
  readonly restingId: string;
  readonly isStill: boolean;
}

/** The canvas on which an editor's face follows the sliders. */
export function FrameCanvas({ label, frames, restingId, isStill }: FrameCanvasProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const bitmap = isStill ? undefined : frames.frame?.bitmap;
  const sidePx = useGame().state?.model.portraitSizePx;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined || bitmap === undefined) return;
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, context.canvas.width, context.canvas.height);
  }, [bitmap, sidePx]);
  return (
    <div class={`mat editor-face ${frames.fault === undefined ? '' : 'is-stale'}`}>
      <img class="portrait" src={pictureUrl(restingId)} alt="" />
      <canvas
        ref={canvas}
        class={bitmap === undefined ? 'is-hidden' : ''}
        width={sidePx}
        height={sidePx}
        role="img"
        aria-label={label}
        data-frames={frames.count}
        data-size={frames.frame?.bitmap.width ?? 0}
      />
    </div>
  );
}
