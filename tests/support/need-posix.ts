import type { TestContext } from 'vitest';

/** For `beforeEach`, where tests send signals or make named pipes. */
export function needPosix({ skip }: Pick<TestContext, 'skip'>): void {
  skip(process.platform === 'win32', 'Windows has no signals and no named pipes');
}
