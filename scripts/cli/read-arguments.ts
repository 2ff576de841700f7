import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError, type Terminal } from './terminal.js';

/** How a tool is called: its options, with what `--help` says of each. */
export interface Usage {
  /** Key in the `cli` catalogue: `about` and `usage`. */
  readonly tool: 'gacha' | 'parse' | 'morph' | 'blend' | 'adopt';
  readonly options: Readonly<Record<string, Option>>;
  readonly example: string;
}

/** One option of a tool, under its name without the dashes. */
export interface Option {
  /** `boolean`: a flag that takes no value. */
  readonly type: 'string' | 'boolean';
  /** Shown after the name: `N`, `FILE`. */
  readonly value?: string;
  /** One sentence for `--help`. */
  readonly about: string;
}

/** The command line, read; what an option's text means is for the tool to judge. */
export interface Arguments {
  readonly positionals: readonly string[];
  /** undefined: not given. */
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

/**
 * Reads the command line.
 * @returns undefined when only help was wanted, and has been given
 * @throws UsageError for an unknown option or a missing value
 */
export function readArguments(terminal: Terminal, usage: Usage): Arguments | undefined {
  const options: NonNullable<ParseArgsConfig['options']> = {
    help: { type: 'boolean', short: 'h' },
    ...Object.fromEntries(
      Object.entries(usage.options).map(([name, { type }]) => [name, { type }]),
    ),
  };
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (values['help'] !== true) return { values: values as Arguments['values'], positionals };
    terminal.print(helpText(terminal, usage));
    return undefined;
  } catch (error) {
    throw new UsageError(misuse(terminal, error));
  }
}

function misuse({ say }: Terminal, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const option = /'(-[^' ]*)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return say('unknownOption', { option });
  return say('missingValue', { option });
}

function helpText({ say }: Terminal, usage: Usage): string {
  const rows = Object.entries(usage.options).map(([name, { value, about }]) => {
    const flag = `--${name}${value === undefined ? '' : ` ${value}`}`;
    return `  ${flag.padEnd(16)} ${about}`;
  });
  return [
    say(`${usage.tool}.about`),
    '',
    say('usageTitle'),
    `  ${say(`${usage.tool}.usage`)}`,
    '',
    say('optionsTitle'),
    ...rows,
    `  ${'--help'.padEnd(16)} ${say('option.help')}`,
    '',
    say('example'),
    `  ${usage.example}`,
  ].join('\n');
}

/** A number of the command line; what is none becomes NaN, which the game then refuses. */
export function numberOf(value: string | boolean | undefined): number | undefined {
  if (typeof value !== 'string') return undefined;
  return value.trim() === '' ? Number.NaN : Number(value);
}
