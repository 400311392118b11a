import { test } from 'vitest';
import { openBrowser, whyNoBrowser } from './open-browser.ts';

/** A test in a browser. The tests of a worker share it; the pages of a test are closed after it. */
export const browserTest = test
  .extend('whyNone', { scope: 'worker' }, () =>
    whyNoBrowser(process.platform, process.arch, process.env['CHROMIUM']),
  )
  .extend('started', { scope: 'worker' }, async ({ whyNone }, { onCleanup }) => {
    if (whyNone !== undefined) return undefined;
    const browser = await openBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('browser', async ({ started, whyNone, skip }, { onCleanup }) => {
    if (started === undefined) return skip(whyNone);
    onCleanup(() => started.closePages());
    return started;
  });
