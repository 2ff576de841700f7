import type { CustomId, Verb } from '../custom-id.js';
import type { ComponentHandler, Press } from '../events/interaction-context.js';
import { cancelButton, forgetButton, privacyButton } from './account-buttons.js';
import {
  dropButton,
  nameButton,
  pageButton,
  pickMenu,
  showButton,
  tagButton,
} from './favorite-components.js';
import { findButton, findColorsButton, findDetailsButton, findMenu } from './find-components.js';
import {
  againButton,
  blendButton,
  changeButton,
  codeButton,
  deleteButton,
  enlargeButton,
  faceMenu,
  familyButton,
  goOnButton,
  keepButton,
  stopButton,
  unkeepButton,
  varyButton,
} from './post-buttons.js';

type Factory = (id: CustomId) => ComponentHandler<Press>;

const factories: Readonly<Partial<Record<Verb, Factory>>> = {
  keep: keepButton,
  unkeep: unkeepButton,
  again: againButton,
  change: changeButton,
  vary: varyButton,
  face: faceMenu,
  find: findButton,
  'find-pick': findMenu,
  'find-colors': findColorsButton,
  'find-details': findDetailsButton,
  blend: blendButton,
  code: codeButton,
  family: familyButton,
  enlarge: enlargeButton,
  delete: deleteButton,
  stop: stopButton,
  'go-on': goOnButton,
  page: pageButton,
  pick: pickMenu,
  show: showButton,
  name: nameButton,
  tag: tagButton,
  drop: dropButton,
  privacy: privacyButton,
  forget: forgetButton,
  cancel: cancelButton,
};

/** The handlers of buttons and menus. */
export function findComponentHandler(id: CustomId): ComponentHandler<Press> | undefined {
  return factories[id.verb]?.(id);
}
