import { afterEach, expect, test, vi } from 'vitest';
import { openBrowser } from './open-browser.ts';

afterEach(() => void vi.unstubAllEnvs());

test('a test that needs a browser fails where none starts, and says what to do', async () => {
  vi.stubEnv('CHROMIUM', '/nowhere/chromium');
  await expect(openBrowser()).rejects.toThrow(/no Chromium starts here: set CHROMIUM/);
});
