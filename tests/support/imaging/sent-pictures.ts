import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A picture as a chat passes it on: cut by a few pixels, a JPEG, its metadata gone. */
export async function passedOn(picture: Uint8Array): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata();
  const cut = { left: 4, top: 4, width: width - 8, height: height - 6 };
  return sharp(picture).extract(cut).jpeg({ quality: 80 }).toBuffer();
}

/** A picture of nothing. */
export function evenPicture(): Promise<Buffer> {
  const background = { r: 120, g: 130, b: 140 };
  return sharp({ create: { width: 96, height: 96, channels: 3, background } })
    .png()
    .toBuffer();
}

/** A GIF of two frames. */
export function movingPicture(): Promise<Buffer> {
  const frames = Buffer.alloc(32 * 64 * 3).fill(255, 32 * 32 * 3);
  const raw = { width: 32, height: 64, channels: 3, pageHeight: 32 } as const;
  return sharp(frames, { raw }).gif().toBuffer();
}

/** A PNG whose header speaks of so many black pixels; of more than 40 million only the first are there. */
export function hugePicture(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // One bit per pixel, grey.
  header[8] = 1;
  const rowBytes = 1 + Math.ceil(width / 8);
  const pixels = Buffer.alloc(rowBytes * Math.min(height, Math.floor(5_100_000 / rowBytes)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
