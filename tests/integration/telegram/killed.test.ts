import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../../support/free-port.js';
import { runProgram, type Running } from '../../support/run-program.js';
import type { WireMessage } from '../../support/telegram-standin/chat-world.js';
import { Person } from '../../support/telegram-standin/person.js';
import { TelegramStandin } from '../../support/telegram-standin/telegram-standin.js';

// The program itself, in a process of its own that gets no chance to say goodbye.
describe('a bot whose process is killed', { timeout: 300_000 }, () => {
  const ways = ['long polling', 'a webhook'] as const;
  let standin: TelegramStandin;
  let folder: string;
  let running: Running;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mugen-killed-'));
    standin = await TelegramStandin.start();
  });
  afterEach(async () => {
    running.child.kill('SIGKILL');
    await running.ended;
    await standin.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (env: Readonly<Record<string, string>> = {}): Promise<void> => {
    running = runProgram('src/main.ts', [], {
      env: {
        PORT: '0',
        DATABASE_URL: `file:${join(folder, 'mugen.db')}`,
        TELEGRAM_TOKEN: standin.token,
        TELEGRAM_API_ROOT: standin.apiRoot,
        ...env,
      },
    });
    await running.until('telegram: connected');
  };
  /** The reverse proxy knows one address, whichever process answers there. */
  const webhook = async (): Promise<Record<string, string>> => {
    const port = await freePort();
    standin.webhookTarget = `http://127.0.0.1:${port}`;
    return {
      TELEGRAM_WEBHOOK_URL: 'https://faces.example/telegram',
      TELEGRAM_WEBHOOK_HOST: '127.0.0.1',
      TELEGRAM_WEBHOOK_PORT: String(port),
    };
  };
  const kill = async (): Promise<void> => {
    running.child.kill('SIGKILL');
    await running.ended;
  };
  const photosOf = (who: Person): WireMessage[] =>
    standin.botMessages(who.user.id).filter(({ photo }) => photo !== undefined);
  const photo = (who: Person): Promise<WireMessage> =>
    standin.waitFor(() => photosOf(who)[0], `a picture for ${who.user.first_name}`, 120_000);
  const unanswered = (method: string): Promise<true> =>
    standin.waitFor(() => standin.callsOf(method).some(({ status }) => status === 0) || undefined);

  it.each(ways)('loses nothing and does nothing twice, with %s', async (way) => {
    const env = way === 'a webhook' ? await webhook() : {};
    const [ann, bob, cat] = ['Ann', 'Bob', 'Cat'].map(
      (firstName) => new Person(standin, { firstName }),
    ) as [Person, Person, Person];
    await start(env);
    ann.says('silver hair');
    const post = await photo(ann);

    // Both are on their way out when the process dies, and nobody has seen them.
    standin.faults.add({ method: 'sendPhoto', chatId: bob.user.id, does: { kind: 'hang' } });
    standin.faults.add({ method: 'answerCallbackQuery', does: { kind: 'hang' } });
    bob.says('blonde');
    const tapped = ann.taps(post, 'Keep');
    await Promise.all([unanswered('sendPhoto'), unanswered('answerCallbackQuery')]);
    await kill();
    cat.says('green eyes');

    await start(env);
    expect((await tapped).text).toContain('No. 1');
    await Promise.all([photo(bob), photo(cat)]);
    ann.says('/favorites');
    const sheet = await standin.waitFor(() => photosOf(ann)[1], 'the favourites', 60_000);
    expect(sheet.caption).toContain('One face kept');
    expect([ann, bob, cat].map((who) => photosOf(who).length)).toEqual([2, 1, 1]);
    expect(standin.violations).toEqual([]);
  });
});
