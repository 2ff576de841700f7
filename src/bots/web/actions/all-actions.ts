import { readCommand } from './command-text.js';
import { defineAction, type Action } from './action.js';
import { animate, blend, change, morph, redraw, vary } from './edit-actions.js';
import { drop, favorites, keep, name, show, tag, unkeep } from './favorite-actions.js';
import { eraseMe, exportAll, family, forgetMe, help, language, privacy } from './person-actions.js';
import { recent, reword } from './portrait-actions.js';
import { refine, walk } from './find-actions.js';
import { again, cutOff, endless, pull, stop } from './pull-actions.js';
import { z } from 'zod';

const named: Readonly<Record<string, Action>> = {
  again,
  animate,
  blend,
  change,
  'cut-off': cutOff,
  drop,
  endless,
  'erase-me': eraseMe,
  export: exportAll,
  family,
  favorites,
  'forget-me': forgetMe,
  help,
  keep,
  language,
  morph,
  name,
  privacy,
  pull,
  recent,
  redraw,
  refine,
  reword,
  show,
  stop,
  tag,
  unkeep,
  vary,
  walk,
};

/** A line from the chat box: read as a command, then run as if it had been clicked. */
const say = defineAction(z.strictObject({ text: z.string() }), async (caller, { text }) => {
  const command = readCommand(text, (word) => caller.game.redraws.findCode(word));
  await named[command.action]?.run(caller, command.input);
  return undefined;
});

/** The actions behind `api/do/<name>`. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map(Object.entries({ ...named, say }));
