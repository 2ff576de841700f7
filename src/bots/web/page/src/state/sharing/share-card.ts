import type { WirePortrait } from '../../../../wire.js';
import { pictureUrl } from '../connection/api.js';
import { shareFile } from './share-file.js';

const SIDE_PX = 512;
const EDGE_PX = 28;
const LINE_PX = 30;

/** A picture with its words and code underneath, as one file. @throws when the picture does not arrive */
async function drawCard(portrait: WirePortrait, words: string): Promise<File> {
  const image = new Image();
  image.src = pictureUrl(portrait.id, { size: 'large' });
  await image.decode();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('expected a canvas to draw on');
  const width = SIDE_PX + 2 * EDGE_PX;
  const font = getComputedStyle(document.body).fontFamily;
  context.font = `22px ${font}`;
  const lines = wrap(words, (text) => context.measureText(text).width <= SIDE_PX);
  context.font = '15px monospace';
  const code = wrap(portrait.code, (text) => context.measureText(text).width <= SIDE_PX);
  canvas.width = width;
  canvas.height = SIDE_PX + 2 * EDGE_PX + lines.length * LINE_PX + 14 + code.length * 22;
  context.fillStyle = '#fdfaf3';
  context.fillRect(0, 0, width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, EDGE_PX, EDGE_PX, SIDE_PX, SIDE_PX);
  context.fillStyle = '#2a2520';
  context.font = `22px ${font}`;
  let y = EDGE_PX + SIDE_PX + 34;
  for (const line of lines) {
    context.fillText(line, EDGE_PX, y);
    y += LINE_PX;
  }
  context.fillStyle = '#6a6055';
  context.font = '15px monospace';
  for (const line of code) {
    context.fillText(line, EDGE_PX, y);
    y += 22;
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('expected a picture of the canvas');
  return new File([blob], `mugen-${portrait.id}.png`, { type: 'image/png' });
}

/** Breaks between words where there are some, else within: a code has none. */
function wrap(text: string, fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/(?<=\s)|(?<=[、，])/u)) {
    if (line !== '' && !fits(line + piece)) {
      lines.push(line);
      line = '';
    }
    line += piece;
    while (!fits(line)) {
      let length = line.length - 1;
      while (!fits(line.slice(0, length))) length -= 1;
      lines.push(line.slice(0, length));
      line = line.slice(length);
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** Opens the same face on this machine. */
export function linkOf({ code }: WirePortrait): string {
  return `${location.origin}${location.pathname}#code/${code}`;
}

/** Shares a face with its words and code underneath; false where it could not be drawn or sent. */
export async function shareCard(portrait: WirePortrait): Promise<boolean> {
  try {
    const words = portrait.named === '' ? portrait.alt : portrait.named;
    await shareFile(await drawCard(portrait, words));
    return true;
  } catch (error) {
    // Whoever closes the device's dialog has decided against it.
    return error instanceof DOMException && error.name === 'AbortError';
  }
}
