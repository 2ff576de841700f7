/**
 * Measures a crowd at the program that `npm run build` built, half of it on Discord's stand-in and half on
 * Telegram's, as one JSON line: npx tsx scripts/measure-crowd.ts [--people 500] [--seconds 120] [--pause 30]
 * Everybody pulls, looks at the face for a while, and pulls again; the limits are those of every installation.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DiscordStandin } from '../tests/support/discord-standin/discord-standin.js';
import { Person } from '../tests/support/telegram-standin/person.js';
import { TelegramStandin } from '../tests/support/telegram-standin/telegram-standin.js';
import { percentile, round } from './bench/statistics.js';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '120' },
    pause: { type: 'string', default: '30' },
  },
});
const people = Number(values.people);
const pauseMs = Number(values.pause) * 1000;
const PEOPLE_OF_SERVER = 10;
const PATIENCE_MS = 90_000;

const discord = await new DiscordStandin().start();
discord.patienceMs = PATIENCE_MS;
const telegram = await TelegramStandin.start();
const folder = mkdtempSync(join(tmpdir(), 'mugen-crowd-'));
const program = spawn(process.execPath, ['--max-semi-space-size=2', 'dist/app/main.js'], {
  env: {
    ...process.env,
    PORT: '0',
    DATABASE_URL: `file:${join(folder, 'mugen.db')}`,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = once(program, 'exit');
const missing = new Set(['telegram: connected', 'commands registered']);
for await (const line of createInterface({ input: program.stdout })) {
  for (const text of missing) if (line.includes(text)) missing.delete(text);
  if (missing.size === 0) break;
}
program.stdout.resume();

const seen = { answered: 0, refused: 0, lost: 0, ackMs: [] as number[], pullMs: [] as number[] };
const until = performance.now() + Number(values.seconds) * 1000;

/** Pulls until the time is over, beginning somewhere within the first pause. */
async function play(pull: () => Promise<'answered' | 'refused'>): Promise<void> {
  await sleep(Math.random() * pauseMs);
  while (performance.now() < until) {
    const began = performance.now();
    try {
      seen[await pull()] += 1;
      seen.pullMs.push(performance.now() - began);
    } catch (error) {
      seen.lost += 1;
      process.stderr.write(`lost: ${String(error)}\n`);
    }
    await sleep(pauseMs);
  }
}

const description = 'blonde blue-eyes';
const channels = Array.from({ length: Math.ceil(people / 2 / PEOPLE_OF_SERVER) }, (_, at) =>
  discord.channel(`gacha-${at}`),
);
const onDiscord = Array.from({ length: Math.ceil(people / 2) }, (_, at) => {
  const person = discord.person(`Person ${at}`);
  const channel = channels[at % channels.length];
  if (channel === undefined) throw new Error('expected a channel');
  return play(async () => {
    const began = performance.now();
    const exchange = person.slash(channel, 'gacha', { description });
    await exchange.answered();
    seen.ackMs.push(performance.now() - began);
    const { attachments } = await exchange.message();
    return attachments.length > 0 ? 'answered' : 'refused';
  });
});
const onTelegram = Array.from({ length: Math.floor(people / 2) }, (_, at) => {
  const person = new Person(telegram, { languageCode: 'en', firstName: `Person ${at}` });
  return play(async () => {
    const said = person.says(`/gacha ${description}`);
    const { id } = person.privateChat.chat;
    const isAnswer = (message: { message_id: number }) => message.message_id > said.message_id;
    for (const late = performance.now() + PATIENCE_MS; performance.now() < late;) {
      const answer = telegram.botMessages(id).findLast(isAnswer);
      if (answer !== undefined) return answer.photo === undefined ? 'refused' : 'answered';
      await sleep(100);
    }
    throw new Error('no answer');
  });
});
await Promise.all([...onDiscord, ...onTelegram]);
const cpuMs = frontEndCpuMs();
program.kill('SIGTERM');
const [code] = (await ended) as [number | null];
await discord.stop();
await telegram.stop();
rmSync(folder, { recursive: true, force: true });
const { ackMs, pullMs, ...counts } = seen;
process.stdout.write(
  `${JSON.stringify({
    people,
    ...counts,
    discordAckMs: { p50: ms(ackMs, 0.5), p99: ms(ackMs, 0.99) },
    pullMs: { p50: ms(pullMs, 0.5), p95: ms(pullMs, 0.95) },
    frontEndCpuMsPerPull: round(cpuMs / seen.answered),
    breaches: discord.problems.length + telegram.violations.length,
    ended: code,
  })}\n`,
);

/** CPU time of the program's main process on Linux, from `utime` and `stime` of proc_pid_stat(5), in ticks of 10 ms. */
function frontEndCpuMs(): number {
  const fields = readFileSync(`/proc/${program.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function ms(all: readonly number[], share: number): number {
  return round(percentile(all, share), 0);
}
