import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the package beside its code (`schema/`, `migrations/`, `seeds/`). It lies one folder up from `src/` and from `dist/`. */
export const packagePath = (...names: readonly string[]): string => join(import.meta.dirname, '..', ...names);

const MANIFEST = packagePath('package.json');

/** The package's version, for `--version`, the API and the logs. */
export const VERSION: string = String(JSON.parse(readFileSync(MANIFEST, 'utf8')).version);
