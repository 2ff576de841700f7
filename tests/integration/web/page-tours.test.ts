import { describeWith } from '../../support/describe-with.js';
import { needs } from '../../support/needs.js';
import { usePageStage } from '../../support/web/page-stage.js';
import { tellTours } from './page/tour-stories.js';
import { tellRestart } from './page/restart-stories.js';

describeWith(needs.chromium, 'tours of the page', { timeout: 240_000 }, () => {
  const stage = usePageStage();
  tellTours(stage);
  tellRestart(stage);
});
