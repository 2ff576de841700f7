import { describeWith } from '../../support/describe-with.js';
import { needs } from '../../support/needs.js';
import { usePageStage } from '../../support/web/page-stage.js';
import { tellAccess } from './page/access-stories.js';
import { tellApp } from './page/app-stories.js';
import { tellChat } from './page/chat-stories.js';
import { tellInput } from './page/input-stories.js';
import { tellKeyboard } from './page/keyboard-stories.js';
import { tellLooks } from './page/looks-stories.js';
import { tellRecent } from './page/recent-stories.js';
import { tellTrouble } from './page/trouble-stories.js';

// One server and one browser for all of them: what starts takes longer than most stories.
describeWith(needs.chromium, 'the page', { timeout: 240_000 }, () => {
  const stage = usePageStage();
  tellChat(stage);
  tellInput(stage);
  tellAccess(stage);
  tellKeyboard(stage);
  tellLooks(stage);
  tellRecent(stage);
  tellTrouble(stage);
  tellApp(stage);
});
