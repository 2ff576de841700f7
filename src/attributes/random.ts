/** A stream of pseudo-random numbers that depends on nothing but its seed and its name. */
export interface Random {
  /** The next number in [0, 1), with 32 bits of resolution. */
  readonly uniform: () => number;
  /** The next standard normal number. */
  readonly normal: () => number;
}

/** FNV-1a, which turns a stream's name into 32 bits. */
function hashName(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** splitmix32: expands one word of state into well-mixed words, to seed another generator with. */
function createSplitmix(state: number): () => number {
  let counter = state;
  return () => {
    counter = (counter + 0x9e3779b9) | 0;
    let word = counter ^ (counter >>> 16);
    word = Math.imul(word, 0x21f0aaad);
    word ^= word >>> 15;
    word = Math.imul(word, 0x735a2d97);
    return (word ^ (word >>> 15)) >>> 0;
  };
}

/** xoshiro128** (Blackman and Vigna, 2018); its state must not be all zero, which splitmix rules out. */
function createXoshiro(nextSeedWord: () => number): () => number {
  let [a, b, c, d] = [nextSeedWord(), nextSeedWord(), nextSeedWord(), nextSeedWord()];
  return () => {
    const scrambled = Math.imul(b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
}

/**
 * A reproducible stream: the same seed and stream name give the same numbers on every platform.
 *
 * xoshiro128** seeded by splitmix32 with the seed XOR the FNV-1a hash of the stream's name;
 * normals by Box–Muller, the cosine first and the sine on the next call.
 *
 * @param seed an unsigned 32-bit integer; throws a RangeError for anything else.
 */
export function createRandom(seed: number, stream = ''): Random {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new RangeError(`a seed is an unsigned 32-bit integer, got ${seed}`);
  }
  const nextWord = createXoshiro(createSplitmix(seed ^ hashName(stream)));
  const uniform = (): number => nextWord() / 0x1_0000_0000;
  let spare: number | undefined;
  const normal = (): number => {
    if (spare !== undefined) {
      const held = spare;
      spare = undefined;
      return held;
    }
    // 1 - uniform lies in (0, 1], so that the logarithm is finite.
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return { uniform, normal };
}
