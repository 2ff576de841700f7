import { isDeepStrictEqual } from 'node:util';
import type { AttributeRequest, SoftAssignment } from '../../attributes/attribute-request.js';
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
    const weights = readOption(group, option, readInto);
    if (weights === undefined) builder.addUnknown(option, undefined);
    else builder.assign(group, weights, { text: option, isGuess: false });
  }
}

/** Undefined where the option says nothing of its group: "glasses: qwerty" are none for their noun alone. */
function readOption(
  group: GroupName,
  option: string,
  readInto: ReadInto,
): SoftAssignment | undefined {
  const read = (text: string): AttributeRequest => {
    const scratch = new RequestBuilder();
    readInto(scratch, text);
    return scratch.build();
  };
  const noun = NOUN_OF_GROUP[group];
  const { attributes, unknown } = read(`${noun}: ${option}`);
  const weights = attributes[group];
  if (weights === undefined || unknown.length === 0) return weights;
  return isDeepStrictEqual(weights, read(noun).attributes[group]) ? undefined : weights;
}
