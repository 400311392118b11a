import { readFileSync } from 'node:fs';
import { packagePath } from '../../src/package-files.ts';

/** The weights file that the package brings. */
export const bundledWeights = (): Uint8Array => readFileSync(packagePath('seeds', 'parser', 'weights.bin'));
