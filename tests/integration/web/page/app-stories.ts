import { describe, expect, it } from 'vitest';
import { eventually, type PageStage } from '../../../support/web/page-stage.js';

export function tellApp(stage: PageStage): void {
  describe('the page as an app', () => {
    it('says something where the machine is out of reach', async () => {
      const page = await stage.open();
      await page.evaluate('navigator.serviceWorker.ready');
      await eventually(() => page.evaluate('navigator.serviceWorker.controller !== null')).toBe(
        true,
      );
      await page.context().setOffline(true);
      await page.reload();
      await page.getByText('マシンに届きません。').waitFor();
      await page.context().setOffline(false);
      await page.getByRole('link').click();
      await page.locator('#message').waitFor();
      stage.complaints.splice(0);
    });

    it('has a manifest whose icons are there', async () => {
      const page = await stage.open();
      const href = await page.locator('link[rel=manifest]').getAttribute('href');
      const manifest = await page.request.get(`${stage.server.web.address}/${href}`);
      const { icons } = (await manifest.json()) as { icons: readonly { readonly src: string }[] };
      const touch = await page.locator('link[rel=apple-touch-icon]').getAttribute('href');
      for (const src of [touch ?? '', ...icons.map((icon) => icon.src)]) {
        const icon = await page.request.get(`${stage.server.web.address}/${src}`);
        expect([src, icon.status(), icon.headers()['content-type']]).toEqual([
          src,
          200,
          expect.stringMatching(/^image\//),
        ]);
      }
    });

    it('is sent compressed, and a second time only where it changed', async () => {
      const { address } = stage.server.web;
      const html = await fetch(address, { headers: { 'accept-encoding': 'gzip' } });
      expect(html.headers.get('content-encoding')).toBe('gzip');
      expect(await html.text()).toContain('<div id="app">');
      for (const path of ['favicon.svg', 'theme.js']) {
        const first = await fetch(`${address}/${path}`);
        const etag = first.headers.get('etag') ?? '';
        const second = await fetch(`${address}/${path}`, { headers: { 'if-none-match': etag } });
        expect([path, second.status, etag.length > 2]).toEqual([path, 304, true]);
      }
    });

    it('can be installed, as the browser sees it', async () => {
      const page = await stage.open();
      await page.evaluate('navigator.serviceWorker.ready');
      const session = await page.context().newCDPSession(page);
      const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
      // A private window, which every story is, installs nothing.
      expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
    });
  });
}
