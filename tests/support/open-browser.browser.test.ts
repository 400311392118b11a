import { afterEach, expect, test, vi } from 'vitest';
import { openBrowser, whyNoBrowser } from './open-browser.ts';

afterEach(() => void vi.unstubAllEnvs());

test('a test that needs a browser fails where none starts, and says what to do', async () => {
  vi.stubEnv('CHROMIUM', '/nowhere/chromium');
  await expect(openBrowser()).rejects.toThrow(/no Chromium starts here: set CHROMIUM/);
});

test('where no browser can be had, the reason says what is missing and what to do', () => {
  expect(whyNoBrowser('darwin', 'arm64', undefined)).toBe(
    'the bundled Chromium is for linux-x64, not darwin-arm64: set CHROMIUM to the path of an installed browser',
  );
  expect(whyNoBrowser('darwin', 'arm64', '/opt/chromium')).toBeUndefined();
  expect(whyNoBrowser('linux', 'x64', undefined)).toBeUndefined();
});
