import { describe, expect, it } from 'vitest';
import { freePort } from '../../support/free-port.js';
import type { WireMessage } from '../../support/telegram-standin/chat-world.js';
import { Person } from '../../support/telegram-standin/person.js';
import { useProgram } from './program-harness.js';

describe('a bot whose process is killed', { timeout: 300_000 }, () => {
  const stage = useProgram();
  const ways = [
    ['long polling', 'kill -9', () => stage.kill()],
    ['a webhook', 'a second SIGTERM', () => stage.tellTwice()],
  ] as const;

  /** The reverse proxy knows one address, whichever process answers there. */
  const webhook = async (): Promise<Record<string, string>> => {
    const port = await freePort();
    stage.standin.webhookTarget = `http://127.0.0.1:${port}`;
    return {
      TELEGRAM_WEBHOOK_URL: 'https://faces.example/telegram',
      TELEGRAM_WEBHOOK_HOST: '127.0.0.1',
      TELEGRAM_WEBHOOK_PORT: String(port),
    };
  };
  const photosOf = (who: Person): WireMessage[] =>
    stage.standin.botMessages(who.user.id).filter(({ photo }) => photo !== undefined);
  const photo = (who: Person): Promise<WireMessage> =>
    stage.standin.waitFor(() => photosOf(who)[0], `a picture for ${who.user.first_name}`, 120_000);
  const unanswered = (method: string): Promise<true> =>
    stage.standin.waitFor(
      () => stage.standin.callsOf(method).some(({ status }) => status === 0) || undefined,
    );

  it.each(ways)('loses nothing and does nothing twice, with %s: %s', async (way, _end, end) => {
    const env = way === 'a webhook' ? await webhook() : {};
    const [ann, bob, cat] = ['Ann', 'Bob', 'Cat'].map(
      (firstName) => new Person(stage.standin, { firstName }),
    ) as [Person, Person, Person];
    await stage.start(env);
    ann.says('silver hair');
    const post = await photo(ann);

    // Both are on their way out when the process dies, and nobody has seen them.
    stage.standin.faults.add({ method: 'sendPhoto', chatId: bob.user.id, does: { kind: 'hang' } });
    stage.standin.faults.add({ method: 'answerCallbackQuery', does: { kind: 'hang' } });
    bob.says('blonde');
    const tapped = ann.presses(post, 'Keep');
    await Promise.all([unanswered('sendPhoto'), unanswered('answerCallbackQuery')]);
    await end();
    cat.says('green eyes');

    await stage.start(env);
    expect((await tapped).text).toContain('No. 1');
    await Promise.all([photo(bob), photo(cat)]);
    ann.says('/favorites');
    const sheet = await stage.standin.waitFor(() => photosOf(ann)[1], 'the favourites', 60_000);
    expect(sheet.caption).toContain('One face kept');
    expect([ann, bob, cat].map((who) => photosOf(who).length)).toEqual([2, 1, 1]);
    expect(stage.standin.violations).toEqual([]);
  });
});
