import { describe, expect, it } from 'vitest';
import { renderIndex } from '../../../src/bots/web/server/http/page-files.js';

const TEMPLATE =
  '<html lang="en"><script type="application/json">__BOOT__</script><noscript>__NOSCRIPT__</noscript></html>';

describe('renderIndex', () => {
  it('puts language and sentences in', () => {
    const html = renderIndex(
      TEMPLATE,
      { language: 'ja', catalogue: { web: { a: '引く' } } },
      '<必要>',
    );
    expect(html).toContain('<html lang="ja">');
    expect(html).toContain('"a":"引く"');
    expect(html).toContain('<noscript>&lt;必要></noscript>');
  });

  it('lets no sentence end the block or stand for a replacement', () => {
    const sentence = '</script><b>$& $1';
    const html = renderIndex(TEMPLATE, { language: 'en', catalogue: { web: { a: sentence } } }, '');
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    const block = /json">(.*)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(block)).toMatchObject({ catalogue: { web: { a: sentence } } });
  });
});
