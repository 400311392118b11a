import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Node keeps compiled code in this folder: a short program spends most of its time on compiling. */
export const COMPILE_CACHE = { NODE_COMPILE_CACHE: join(tmpdir(), 'dateline-compiled') };
