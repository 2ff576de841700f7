import { describeWith } from '../../support/describe-with.js';
import { needs } from '../../support/needs.js';
import { usePageStage } from '../../support/web/page-stage.js';
import { tellEditors } from './page/editors-stories.js';
import { tellPlay } from './page/play-stories.js';

describeWith(needs.chromium, 'tools of the page', { timeout: 240_000 }, () => {
  const stage = usePageStage();
  tellEditors(stage);
  tellPlay(stage);
});
