import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the package brings beside its code (`schema/`, `migrations/`, `seeds/`): one folder up from here, and from all of `dist/`. */
export const packagePath = (...names: readonly string[]): string => join(import.meta.dirname, '..', ...names);

const MANIFEST = packagePath('package.json');

/** The package's version, as `--version`, the API and the logs give it. */
export const VERSION: string = String(JSON.parse(readFileSync(MANIFEST, 'utf8')).version);
