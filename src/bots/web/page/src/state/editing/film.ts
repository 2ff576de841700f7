/** H.264 in its simplest profile, which phones and messengers play. */
const MP4 = 'video/mp4;codecs=avc1.42E01E';
const BITS_PER_SECOND = 4_000_000;

/** True where this browser can turn an animation into an MP4 film. */
export function canFilm(): boolean {
  // Missing in some browsers, whatever their types say.
  const { MediaRecorder: Recorder, ImageDecoder: Decoder } = window as Partial<typeof window>;
  return Decoder !== undefined && Recorder?.isTypeSupported(MP4) === true;
}

/** Plays an animated WebP once and records it, which takes as long as it lasts. @throws Error */
export async function filmOf(animation: string): Promise<Blob> {
  const frames = await framesOf(animation);
  const [first] = frames;
  if (first === undefined) throw new Error('expected an animation, got no frame');
  const canvas = document.createElement('canvas');
  canvas.width = first.displayWidth;
  canvas.height = first.displayHeight;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('expected a canvas to draw on');
  const recorder = new MediaRecorder(canvas.captureStream(), {
    mimeType: MP4,
    videoBitsPerSecond: BITS_PER_SECOND,
  });
  const parts: Blob[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
    recorder.addEventListener('stop', () => resolve());
    recorder.addEventListener('error', () => reject(new Error('the recording broke off')));
  });
  context.drawImage(first, 0, 0);
  recorder.start();
  for (const frame of frames) {
    context.drawImage(frame, 0, 0);
    await pause((frame.duration ?? 0) / 1000);
    frame.close();
  }
  recorder.stop();
  await ended;
  return new Blob(parts, { type: 'video/mp4' });
}

async function framesOf(animation: string): Promise<readonly VideoFrame[]> {
  const [head = '', body = ''] = animation.split(',');
  const type = /^data:([\w/]+)/.exec(head)?.[1] ?? '';
  const data = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
  const decoder = new ImageDecoder({ data, type });
  await decoder.tracks.ready;
  const count = decoder.tracks.selectedTrack?.frameCount ?? 0;
  const frames: VideoFrame[] = [];
  for (let frameIndex = 0; frameIndex < count; frameIndex += 1) {
    frames.push((await decoder.decode({ frameIndex })).image);
  }
  decoder.close();
  return frames;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
