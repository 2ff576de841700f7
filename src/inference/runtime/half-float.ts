/** IEEE 754 binary16 bits to numbers; ONNX keeps half-precision weights so. */
export function decodeHalfFloats(bits: Uint16Array): Float32Array {
  return Float32Array.from(bits, decodeHalfFloat);
}

function decodeHalfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
