#!/usr/bin/env node
/*
 * The first file that runs, in the syntax of Node 12: on a Node that cannot run the rest, better-sqlite3 would
 * crash and TypeScript would not parse, so the version is checked before anything else is loaded.
 */

const NEEDED = [22, 18];

/** Compares `22.18.0` with the version that type stripping and better-sqlite3 need. */
function isNewEnough(version) {
  const parts = version.split('.').map(Number);
  return parts[0] > NEEDED[0] || (parts[0] === NEEDED[0] && parts[1] >= NEEDED[1]);
}

/** Type stripping is still called experimental by Node 22; its users can do nothing about that. */
function silenceExperimentalWarnings() {
  const emitWarning = process.emitWarning;
  process.emitWarning = (warning, ...rest) => {
    const type = rest[0] !== null && typeof rest[0] === 'object' ? rest[0].type : rest[0];
    if (type !== 'ExperimentalWarning') emitWarning.call(process, warning, ...rest);
  };
}

/**
 * Compiled code is kept in the folder for temporary files, where there is one: the next start takes a fifth less time. Threads
 * find the folder in the environment.
 */
function start() {
  void import('node:module').then(({ enableCompileCache, getCompileCacheDir }) => {
    enableCompileCache();
    const folder = getCompileCacheDir();
    if (folder !== undefined) process.env.NODE_COMPILE_CACHE = folder;
    return import('./cli.ts');
  });
}

if (isNewEnough(process.versions.node)) {
  silenceExperimentalWarnings();
  start();
} else {
  process.stderr.write(
    `dateline needs Node ${NEEDED.join('.')} or later, but this is Node ${process.versions.node}\n`,
  );
  process.exitCode = 1;
}
