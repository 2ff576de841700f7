import { randomInt } from 'node:crypto';

const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const LENGTH = 12;

/** 12 random letters and digits, 71 bits: short enough for a button, too many to be guessed. */
export function createId(): string {
  const picks = Array.from({ length: LENGTH }, () => randomInt(CHARACTERS.length));
  return picks.map((pick) => CHARACTERS.charAt(pick)).join('');
}

/** An unsigned 32-bit integer. */
export function createSeed(): number {
  return randomInt(0x1_0000_0000);
}
