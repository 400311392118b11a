import { Counter, collectDefaultMetrics, Histogram, Gauge as PrometheusGauge, Registry } from 'prom-client';
import type { Gauge, Metrics } from './metrics.ts';

/** Metrics in the text format of Prometheus. */
export interface PrometheusMetrics extends Metrics {
  readonly contentType: string;
  text(): Promise<string>;
}

/** From an answer out of memory to the slowest that is let through, in seconds. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Clients choose the names of operations. Later names than the first so many are counted together. */
const MOST_OPERATIONS = 100;
const OTHER = 'other';

/** The program's own metrics, and those of Node: CPU time, memory, heap, event-loop delay, garbage collection. */
export function openPrometheusMetrics(): PrometheusMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'dateline_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer, by route pattern and GraphQL operation',
    labelNames: ['method', 'route', 'operation', 'status'],
    buckets: SECONDS,
    registers,
  });
  const copies = new Counter({
    name: 'dateline_http_copies_total',
    help: 'Answers that were not made anew: kept in memory, or not modified since the client got them',
    labelNames: ['kind'],
    registers,
  });
  const articles = new Counter({
    name: 'dateline_articles_total',
    help: 'Articles sent to this server, by outcome',
    labelNames: ['outcome'],
    registers,
  });
  const operationOf = knownNames(MOST_OPERATIONS);
  return {
    answered: ({ method, route, operation, status, seconds, copy }) => {
      requests.observe(
        { method, route: route ?? 'none', operation: operationOf(operation), status },
        seconds,
      );
      if (copy !== 'NONE') copies.inc({ kind: copy.toLowerCase() });
    },
    ingested: (outcome) => articles.inc({ outcome: outcome.toLowerCase() }),
    watch: (gauge) => watch(gauge, registry),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

function watch({ name, help, label, read }: Gauge, registry: Registry): void {
  new PrometheusGauge({
    name,
    help,
    labelNames: label === undefined ? [] : [label],
    registers: [registry],
    async collect() {
      const reading = await read();
      if (typeof reading === 'number') this.set(reading);
      else for (const [value, number] of Object.entries(reading)) this.set({ [label ?? '']: value }, number);
    },
  });
}

/** The first names that come, each as it is; every later name as `other`. No name is the empty text. */
function knownNames(most: number): (name: string | null) => string {
  const known = new Set<string>();
  return (name) => {
    if (name === null) return '';
    if (known.size < most) known.add(name);
    return known.has(name) ? name : OTHER;
  };
}
