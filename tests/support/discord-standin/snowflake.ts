const DISCORD_EPOCH_MS = 1_420_070_400_000n;

/** Makes ids as Discord does: 17 to 19 digits, later ones greater. */
export class SnowflakeSource {
  #count = 0n;

  /** An id that has not been given out in this stand-in; its upper bits are the time now. */
  next(): string {
    this.#count += 1n;
    return String(((BigInt(Date.now()) - DISCORD_EPOCH_MS) << 22n) + this.#count);
  }
}

/** Which shard of `shardCount` hears about a guild; everything outside guilds goes to shard 0. */
export function shardOf(guildId: string | undefined, shardCount: number): number {
  return guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shardCount));
}
