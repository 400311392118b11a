import { createServer } from 'node:http';
import pg from 'pg';
import { PG_STATEMENTS } from './pg-sql.js';
import { sayPort } from './tables.js';

/*
 * The yardstick over PostgreSQL: node:http and one named statement of `pg` a request, which builds the JSON text in the database:
 * `/W2?[…bound values]`.
 */

const pool = new pg.Pool({ connectionString: process.argv[2], max: 4, pipeline: true });
const HEADERS = { 'content-type': 'application/json; charset=utf-8' };

const server = createServer(async (request, response) => {
  const [path, query = ''] = request.url.split('?');
  const name = path.slice(1);
  const values = JSON.parse(decodeURIComponent(query) || '[]');
  const { rows } = await pool.query({ name, text: PG_STATEMENTS[name], values, rowMode: 'array' });
  const body = rows[0]?.[0] ?? 'null';
  response.writeHead(200, { ...HEADERS, 'content-length': Buffer.byteLength(body) }).end(body);
});
server.listen(0, '127.0.0.1', () => sayPort(server.address().port));
