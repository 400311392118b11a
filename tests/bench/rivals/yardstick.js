import { createServer } from 'node:http';
import { STATEMENTS } from './sql.js';
import { openTables, sayPort } from './tables.js';

/*
 * The yardstick: node:http and one SQL statement a request that builds the JSON text, `/W2?[…bound values]`. An export
 * iterates over its rows.
 */

const database = openTables(process.argv[2]);
const statements = new Map(
  Object.entries(STATEMENTS).map(([name, sql]) => [name, database.prepare(sql).pluck()]),
);
const HEADERS = { 'content-type': 'application/json; charset=utf-8' };

async function exportAll(response) {
  response.writeHead(200, HEADERS);
  for (const body of statements.get('W7').iterate())
    if (!response.write(`${body}\n`)) await new Promise((resume) => response.once('drain', resume));
  response.end();
}

const server = createServer((request, response) => {
  const [path, query = ''] = request.url.split('?');
  const name = path.slice(1);
  if (name === 'W7') return exportAll(response);
  const body = statements.get(name).get(...JSON.parse(decodeURIComponent(query) || '[]'));
  return response.writeHead(200, { ...HEADERS, 'content-length': Buffer.byteLength(body) }).end(body);
});
server.listen(0, '127.0.0.1', () => sayPort(server.address().port));
