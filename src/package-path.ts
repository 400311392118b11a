import { join } from 'node:path';

/** What the package brings beside its code (`schema/`, `migrations/`, `seeds/`): one folder up from here, and from all of `dist/`. */
export const packagePath = (...names: readonly string[]): string => join(import.meta.dirname, '..', ...names);
