import { readFileSync } from 'node:fs';

const MANIFEST = new URL('../package.json', import.meta.url);

/** The package's version, as `--version`, the API and the logs give it. */
export const VERSION: string = String(JSON.parse(readFileSync(MANIFEST, 'utf8')).version);
