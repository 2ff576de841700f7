import { describeWith } from '../../support/describe-with.js';
import { needs } from '../../support/needs.js';
import { usePageStage } from '../../support/web/page-stage.js';
import { tellFavorites } from './page/favorites-stories.js';
import { tellStream } from './page/stream-stories.js';

describeWith(needs.chromium, 'favourites on the page', { timeout: 240_000 }, () => {
  const stage = usePageStage();
  tellFavorites(stage);
  tellStream(stage);
});
