import type { Observer } from './observer.ts';

/** Figures of a portal's work since it began. */
export type Measures = Observer & {
  /** In the text form that Prometheus reads (version 0.0.4). */
  text(): Promise<string>;
  readonly contentType: string;
};

/** From what a reader does not notice to what a browser gives up on, in seconds. */
const answerSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * Makes the counters. Labels are words of closed lists alone, so that nobody who sends requests can make figures or names
 * of them. The library is loaded here, where somebody wants figures.
 */
export const createMeasures = async (): Promise<Measures> => {
  const { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } = await import(
    'prom-client'
  );
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'portal_requests_total',
    help: 'Requests by part of the portal, method and status of the answer; status 0 where the connection ended before.',
    labelNames: ['group', 'method', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'portal_request_seconds',
    help: 'From the headers of a request to the end of its answer.',
    labelNames: ['group'],
    buckets: answerSeconds,
    registers,
  });
  const happenings = new Counter({
    name: 'portal_happenings_total',
    help: 'Steps of proposals and entries that are stored: saved, published, withdrawn and so on.',
    labelNames: ['kind'],
    registers,
  });
  const refused = new Counter({
    name: 'portal_refused_total',
    help: 'Requests that were refused because too many came, by the bound.',
    labelNames: ['bound'],
    registers,
  });
  const builds = new Counter({
    name: 'portal_builds_total',
    help: 'Builds of the site by how they ended.',
    labelNames: ['outcome'],
    registers,
  });
  const lastBuild = new Gauge({
    name: 'portal_last_build_seconds',
    help: 'How long the latest build of the site took.',
    registers,
  });
  return {
    answered({ group, method, status, milliseconds }) {
      requests.inc({ group, method, status: status ?? 0 });
      seconds.observe({ group }, milliseconds / 1000);
    },
    happened: ({ kind }) => happenings.inc({ kind }),
    refused: (bound) => refused.inc({ bound }),
    built(isBuilt, milliseconds) {
      builds.inc({ outcome: isBuilt ? 'built' : 'failed' });
      lastBuild.set(milliseconds / 1000);
    },
    gauge(name, help, read) {
      new Gauge({
        name: `portal_${name}`,
        help,
        registers,
        async collect() {
          // What cannot be read now is no figure, and hinders none of the others.
          const value = await Promise.resolve()
            .then(read)
            .catch(() => Number.NaN);
          this.set(value);
        },
      });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};
