import type { Language } from '../../src/attributes/language.js';
import { AppError } from '../../src/errors/app-error.js';
import { errorToMessage } from '../../src/messages/error-message.js';
import { createMessages, type MessageParams, type Messages } from '../../src/messages/messages.js';
import { localeTags, negotiateLanguage } from '../../src/messages/negotiate-language.js';

/** The way to whoever runs a tool, in their language. */
export interface Terminal {
  readonly messages: Messages;
  readonly language: Language;
  /** A sentence of the `cli` catalogue, or of another one when the key names it. */
  readonly say: (key: string, params?: MessageParams) => string;
  /** To standard output. */
  readonly print: (text: string) => void;
  /** To standard error. */
  readonly tell: (text: string) => void;
}

/** Something in the command line that cannot be used; its message is a sentence already. */
export class UsageError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'UsageError';
  }
}

const FAILED = 1;
const MISUSED = 2;

/**
 * Runs a tool to its end: what goes wrong becomes a sentence on standard error and an exit code
 * (1: it failed, 2: it was called wrongly), a reader that went away ends it quietly.
 */
export async function runTool(tool: (terminal: Terminal) => Promise<void>): Promise<void> {
  const terminal = createTerminal();
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : FAILED);
  });
  try {
    await tool(terminal);
  } catch (error) {
    terminal.tell(sentenceOf(terminal, error));
    process.exitCode = error instanceof UsageError ? MISUSED : FAILED;
  }
}

function createTerminal(): Terminal {
  const messages = createMessages();
  const language = negotiateLanguage(localeTags(process.env));
  return {
    messages,
    language,
    say: (key, params) => messages.t(language, key.includes(':') ? key : `cli:${key}`, params),
    print: (text) => void process.stdout.write(`${text}\n`),
    tell: (text) => void process.stderr.write(`${text}\n`),
  };
}

function sentenceOf({ messages, language, say }: Terminal, error: unknown): string {
  if (error instanceof UsageError) return error.message;
  if (!(error instanceof AppError)) {
    return say('failed', { reason: error instanceof Error ? error.message : String(error) });
  }
  const { text } = errorToMessage(messages, language, error);
  // Whoever runs a tool is also who can mend the installation: they get the reason as well.
  return isTheirs(error) ? text : `${text}\n${error.message}`;
}

function isTheirs({ family }: AppError): boolean {
  return family === 'userInput' || family === 'notFound' || family === 'notAllowed';
}
