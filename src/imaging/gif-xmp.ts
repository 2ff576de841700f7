// GIF's way of holding XMP, which libvips neither writes nor reads: an application extension of
// bare text, and a tail that leads decoders which read it as sub-blocks to its end.
// XMP Specification Part 3 (Adobe, 2020), 1.1.2.

const HEADER = Buffer.from('\x21\xff\x0bXMP DataXMP', 'latin1');
const TAIL = Buffer.from([1, ...Array.from({ length: 256 }, (_, at) => 255 - at), 0]);
const END_OF_FILE = 0x3b;

/** The GIF with an XMP packet before its end. */
export function addXmpToGif(gif: Uint8Array, xmp: string): Uint8Array {
  const body = gif.at(-1) === END_OF_FILE ? gif.subarray(0, -1) : gif;
  return Buffer.concat([body, HEADER, Buffer.from(xmp), TAIL, Buffer.from([END_OF_FILE])]);
}

/** The XMP packet of a GIF; empty when it has none. */
export function readXmpOfGif(gif: Uint8Array): string {
  const bytes = Buffer.from(gif.buffer, gif.byteOffset, gif.length);
  const start = bytes.lastIndexOf(HEADER);
  const end = bytes.indexOf(TAIL.subarray(0, 8), start);
  if (start < 0 || end < 0) return '';
  return bytes.subarray(start + HEADER.length, end).toString('utf8');
}
