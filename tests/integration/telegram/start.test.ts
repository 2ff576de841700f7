import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { TelegramStandin } from '../../support/telegram-standin/telegram-standin.js';
import { isPhoto, openGenerator, Stage, UNHURRIED } from './bot-harness.js';

let generator: PortraitGenerator;
let stage: Stage;
beforeAll(async () => {
  generator = await openGenerator();
});
afterAll(() => generator.close());
beforeEach(async () => {
  stage = new Stage(await TelegramStandin.start({ flood: UNHURRIED }), { generator });
});
afterEach(async () => {
  expect(await stage.close()).toEqual([]);
});

const refuse = (status: number, description: string) =>
  ({ kind: 'refuse', status, description }) as const;

describe('the first start', () => {
  it.each([
    ['is refused', refuse(400, 'Bad Request: can’t change commands'), 2],
    ['fails', refuse(502, 'Bad Gateway'), 3],
    ['has to wait for minutes', { ...refuse(429, 'Too Many Requests'), retryAfterS: 900 }, 0],
  ] as const)('answers people where the menu of commands %s', async (_, does, menus) => {
    const { standin } = stage;
    standin.faults.add({ method: 'setMyCommands', does });
    await stage.start();
    expect(isPhoto(await stage.pull(stage.person(), 'silver hair'))).toBe(true);
    await standin.waitFor(() => standin.settings.commandLists.length === menus);
  });

  it('comes up as soon as Telegram can be reached', async () => {
    stage.standin.faults.add({ method: 'getMe', times: 6, does: refuse(502, 'Bad Gateway') });
    await stage.start();
    expect(isPhoto(await stage.pull(stage.person(), 'silver hair'))).toBe(true);
    // And says how it is opened and added to a group, where it asks for no right.
    const { addToGroup } = stage.log.find(({ msg }) => msg === 'telegram: connected')!;
    expect(addToGroup).toMatch(/^https:\/\/t\.me\/\w+\?startgroup=hello$/);
  });
});

describe('a later start', () => {
  it('sets no menu that Telegram has already', async () => {
    const { standin } = stage;
    await stage.start();
    await standin.waitFor(() => standin.settings.commandLists.length === 3);
    await stage.restart();
    await standin.waitFor(() => standin.callsOf('getMyCommands').length === 6);
    expect(standin.callsOf('setMyCommands')).toHaveLength(3);
  });
});
