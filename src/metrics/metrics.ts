/** An answer to an HTTP request. */
export interface MeasuredAnswer {
  readonly method: string;
  /** The pattern of the route, such as `/v1/events/:id`; null where no route matched. */
  readonly route: string | null;
  /** The name of the GraphQL operation; null for anything else. */
  readonly operation: string | null;
  readonly status: number;
  readonly seconds: number;
  /** MEMORY: an answer that was at hand. NOT_MODIFIED: the client had it (304). NONE: the answer was made. */
  readonly copy: AnswerCopy;
}

export type AnswerCopy = 'MEMORY' | 'NOT_MODIFIED' | 'NONE';

/** The reading of a gauge: one number, or a number for each value of its label. */
export type GaugeReading = number | Readonly<Record<string, number>>;

/** A value that is read at each request for the metrics. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  /** The name of the label, for a gauge that reads several numbers. */
  readonly label?: string;
  read(): GaugeReading | Promise<GaugeReading>;
}

/** The program's measurements of itself. Parts of the program know this interface alone. */
export interface Metrics {
  answered(answer: MeasuredAnswer): void;
  /** `outcome` as `IngestReport` has it, or REFUSED. */
  ingested(outcome: string): void;
  watch(gauge: Gauge): void;
}
