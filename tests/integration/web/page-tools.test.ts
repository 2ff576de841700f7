import { describeWith } from '../../support/describe-with.js';
import { needs } from '../../support/needs.js';
import { usePageStage } from '../../support/web/page-stage.js';
import { tellEditors } from './page/editors-stories.js';
import { tellFavorites } from './page/favorites-stories.js';
import { tellPlay } from './page/play-stories.js';
import { tellRestart } from './page/restart-stories.js';
import { tellStream } from './page/stream-stories.js';
import { tellTours } from './page/tour-stories.js';

// Beside page.test.ts, so that both cores have something to do.
describeWith(needs.chromium, 'tools of the page', { timeout: 240_000 }, () => {
  const stage = usePageStage();
  tellTours(stage);
  tellEditors(stage);
  tellFavorites(stage);
  tellPlay(stage);
  tellStream(stage);
  tellRestart(stage);
});
