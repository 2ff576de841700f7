import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { platformDescription } from './platform-descriptions.js';
import { findRedis } from './queue/find-redis.js';
import { findPostgres } from './storage/find-postgres.js';
import { findChromium } from './web/find-chromium.js';

/** Something that tests need and a machine may lack. */
export interface Need {
  /** The report line when it is missing: "PostgreSQL is not installed". */
  readonly lack: string;
  /** How to get it, as a sentence without its full stop. */
  readonly remedy: string;
  /** Looks for it on this machine, in a few milliseconds. */
  readonly isMet: () => boolean;
  /** Tests under this folder run without it as well, but check less. */
  readonly sharpens?: string;
}

/** One test of a finished run. */
export interface FinishedTest {
  /** With the names of the suites around it. */
  readonly fullName: string;
  /** Path of its file, relative to the repository. */
  readonly path: string;
}

const isMac = process.platform === 'darwin';

const chromium: Need = {
  lack: 'Chromium is not installed',
  remedy: isMac
    ? 'Get it with `brew install --cask google-chrome`'
    : 'Get it with `apt-get install chromium`, or set CHROMIUM to the path of a Chromium or Chrome',
  isMet: () => findChromium() !== undefined,
};

const postgres: Need = {
  lack: 'PostgreSQL is not installed',
  remedy: `Get it with \`${isMac ? 'brew' : 'apt-get'} install postgresql\``,
  isMet: () => findPostgres() !== undefined,
};

const redis: Need = {
  lack: 'Redis is not installed',
  remedy: `Get it with \`${isMac ? 'brew install redis' : 'apt-get install redis-server'}\``,
  isMet: () => findRedis() !== undefined,
};

const linux: Need = {
  lack: 'this is not Linux',
  remedy: 'Run the tests on Linux as well, for instance in a container',
  isMet: () => process.platform === 'linux',
};

const mounting: Need = {
  lack: 'no file system can be mounted here',
  remedy: 'Run the tests as root on Linux, in a container with `--privileged`',
  isMet: canMount,
};

const systemd: Need = {
  lack: 'systemd is not installed',
  remedy: 'Get it with `apt-get install systemd`; it need not run',
  isMet: () => existsSync('/usr/bin/systemd-analyze'),
};

const nginx: Need = {
  lack: 'nginx is not installed',
  remedy: `Get it with \`${isMac ? 'brew install nginx' : 'apt-get install nginx-light'}\``,
  isMet: () => isInstalled('nginx'),
};

const caddy: Need = {
  lack: 'Caddy is not installed',
  remedy: `Get it with \`${isMac ? 'brew' : 'apt-get'} install caddy\``,
  isMet: () => isInstalled('caddy'),
};

const discordDescription: Need = {
  lack: 'Discord’s description of its API is missing',
  remedy: saveAs(
    'https://raw.githubusercontent.com/discord/discord-api-spec/main/specs/openapi.json',
    platformDescription('discord-openapi.json'),
  ),
  isMet: () => existsSync(platformDescription('discord-openapi.json')),
  sharpens: 'tests/integration/discord/',
};

const telegramDescription: Need = {
  lack: 'the description of Telegram’s Bot API is missing',
  remedy: saveAs(
    'https://raw.githubusercontent.com/PaulSonOfLars/telegram-bot-api-spec/main/api.json',
    platformDescription('telegram-bot-api.json'),
  ),
  isMet: () => existsSync(platformDescription('telegram-bot-api.json')),
  sharpens: 'tests/integration/telegram/',
};

/** All that some tests need beside Node and what `npm install` brings. */
export const needs = {
  chromium,
  postgres,
  redis,
  linux,
  mounting,
  systemd,
  nginx,
  caddy,
  discordDescription,
  telegramDescription,
} as const;

/** Suffix of the name of a skipped suite or test. */
export function reasonOf({ lack }: Need): string {
  return `(left out: ${lack})`;
}

/** One line for each thing that the tests of a run missed: what, what that cost, how to get it. */
export function tellMissing(
  tests: readonly FinishedTest[],
  all: readonly Need[] = Object.values(needs),
): string[] {
  return all.flatMap((need) => {
    const isLeftOut = ({ fullName }: FinishedTest) => fullName.includes(reasonOf(need));
    const leftOut = tests.filter(isLeftOut).length;
    const dulled = tests.filter((test) => !isLeftOut(test) && isDulled(test, need)).length;
    const costs = [
      ...(leftOut > 0 ? [`${count(leftOut, 'was', 'were')} left out`] : []),
      ...(dulled > 0 ? [`${count(dulled, 'checks', 'check')} less`] : []),
    ];
    if (costs.length === 0) return [];
    return [`${capitalize(need.lack)}: ${costs.join(', ')}. ${need.remedy}.`];
  });
}

function isDulled({ path }: FinishedTest, { sharpens, isMet }: Need): boolean {
  return sharpens !== undefined && path.startsWith(sharpens) && !isMet();
}

function count(tests: number, one: string, more: string): string {
  return tests === 1 ? `1 test ${one}` : `${tests} tests ${more}`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function saveAs(url: string, path: string): string {
  return `Save ${url} as ${path}, or set MUGEN_SPECS_DIR to its folder`;
}

/** Servers lie where only root looks for commands. */
function isInstalled(command: string): boolean {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'];
  return folders.some((folder) => existsSync(join(folder, command)));
}

/** Root may not mount in most containers, so it is tried. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'mugen-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(folder);
  }
}
