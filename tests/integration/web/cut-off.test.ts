import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../../support/free-port.js';
import { runProgram, type Running } from '../../support/run-program.js';
import { readEvents, Visitor } from '../../support/web/web-harness.js';

// The program itself, in a process of its own.
describe('an endless run whose server ends', { timeout: 300_000 }, () => {
  let folder: string;
  let port: number;
  let running: Running;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mugen-cut-off-'));
    port = await freePort();
  });
  afterEach(async () => {
    running.child.kill('SIGKILL');
    await running.ended;
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (): Promise<void> => {
    const DATABASE_URL = `file:${join(folder, 'mugen.db')}`;
    running = runProgram('src/app/main.ts', [], { env: { PORT: String(port), DATABASE_URL } });
    await running.until('ready at');
  };

  /** Pulls on and on until the connection breaks; calls `onFace` for the first face. */
  const pullOn = async (visitor: Visitor, input: object, onFace: () => void): Promise<void> => {
    const response = await visitor.post('/api/do/endless', input);
    let text = '';
    for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const hadFace = text.includes('"reply"');
      text += part;
      if (!hadFace && text.includes('"reply"')) onFace();
    }
  };

  it.each(['SIGKILL', 'SIGTERM'] as const)(
    'is told of by the next one, once, and goes on: %s',
    async (signal) => {
      await start();
      const [ann, bob] = [0, 1].map(() => new Visitor(`http://127.0.0.1:${port}`)) as [
        Visitor,
        Visitor,
      ];
      expect(await ann.events('cut-off', {})).toEqual([{ type: 'done' }]);
      const prompt = { description: 'green hair' };
      await pullOn(ann, { prompt }, () => running.child.kill(signal)).catch(() => undefined);
      await running.ended;

      await start();
      expect(await bob.events('cut-off', {})).toEqual([{ type: 'done' }]);
      const { text, pullId } = await ann.reply('cut-off', 'cut-off', {});
      expect(text).toContain('I was restarted');
      expect(await ann.events('cut-off', {})).toEqual([{ type: 'done' }]);
      const going = await ann.post('/api/do/endless', { pullId });
      await expect.poll(async () => (await ann.reply('note', 'stop', {})).text).toBe('Stopping…');
      expect(readEvents(await going.text()).at(-1)).toEqual({ type: 'done' });
    },
  );

  it('keeps nobody from starting another one at once', async () => {
    await start();
    const ann = new Visitor(`http://127.0.0.1:${port}`);
    await pullOn(ann, { prompt: {} }, () => running.child.kill('SIGKILL')).catch(() => undefined);
    await running.ended;

    await start();
    await pullOn(ann, { prompt: {} }, () => void ann.reply('note', 'stop', {}));
    expect(await ann.events('cut-off', {})).toEqual([{ type: 'done' }]);
  });
});
