import { getGroup, GROUP_NAMES, type GroupName } from '../../attributes/vocabulary.js';
import { normalizeText } from '../normalize/normalize-text.js';
import { RequestBuilder } from './request-builder.js';

/** The noun that an option's words are read beside: `hair_color: "light pink"` as "hair: light pink". */
const NOUN_OF_GROUP: Readonly<Record<GroupName, string>> = {
  hair_color: 'hair',
  eye_color: 'eyes',
  hair_length: 'hair',
  hair_style: 'hair',
  bangs: 'bangs',
  mouth: 'mouth',
  expression: 'expression',
  eyes: 'eyes',
  blush: 'blush',
  ornament: 'ornament',
  neck: 'neck',
  outfit: 'outfit',
  skin: 'skin',
  look: 'look',
  glasses: 'glasses',
  era: 'style',
};

type ReadInto = (builder: RequestBuilder, text: string) => void;

/** Sets the groups that a command's options name; they were said later and more plainly than the text. */
export function applyOptions(
  builder: RequestBuilder,
  options: Readonly<Partial<Record<GroupName, string>>>,
  readInto: ReadInto,
): void {
  for (const group of GROUP_NAMES) {
    const given = options[group];
    const option = given === undefined ? '' : normalizeText(given).trim();
    if (option === '') continue;
    if (getGroup(group).values.includes(option)) {
      builder.assign(group, { [option]: 1 }, { text: option, isGuess: false });
      continue;
    }
    const scratch = new RequestBuilder();
    readInto(scratch, `${NOUN_OF_GROUP[group]}: ${option}`);
    const weights = scratch.build().attributes[group];
    if (weights === undefined) builder.addUnknown(option, undefined);
    else builder.assign(group, weights, { text: option, isGuess: false });
  }
}
