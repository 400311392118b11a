import { readFileSync } from 'node:fs';
import { packagePath } from './package-path.ts';

const MANIFEST = packagePath('package.json');

/** The package's version, as `--version`, the API and the logs give it. */
export const VERSION: string = String(JSON.parse(readFileSync(MANIFEST, 'utf8')).version);
