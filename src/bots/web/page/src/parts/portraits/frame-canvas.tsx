import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { pictureUrl } from '../../state/api.js';
import type { Frames } from '../../state/use-frames.js';

interface FrameCanvasProps {
  readonly label: string;
  readonly frames: Frames;
  /** Shown while there is no frame, or `isStill`. */
  readonly restingId: string;
  readonly isStill: boolean;
}

const SIZE_PX = 256;

/** The canvas on which an editor's face follows the sliders. */
export function FrameCanvas({ label, frames, restingId, isStill }: FrameCanvasProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const bitmap = isStill ? undefined : frames.frame?.bitmap;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined || bitmap === undefined) return;
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, SIZE_PX, SIZE_PX);
  }, [bitmap]);
  return (
    <div class={`mat editor-face ${frames.fault === undefined ? '' : 'is-stale'}`}>
      <img class="portrait" src={pictureUrl(restingId)} alt="" width={SIZE_PX} height={SIZE_PX} />
      <canvas
        ref={canvas}
        class={bitmap === undefined ? 'is-hidden' : ''}
        width={SIZE_PX}
        height={SIZE_PX}
        role="img"
        aria-label={label}
        data-frames={frames.count}
        data-size={frames.frame?.sizePx ?? 0}
      />
    </div>
  );
}
