/** Runs once before the tests: they neither read a developer's own settings nor write log lines. */
export function setup(): void {
  const { env } = process;
  for (const name of ['DISCORD_TOKEN', 'TELEGRAM_TOKEN', 'DATABASE_URL']) {
    delete env[name];
  }
  env['TZ'] = 'UTC';
}
