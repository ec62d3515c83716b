import type { FastifyInstance } from 'fastify';
import { FailureError } from '../../shared/failure.ts';
import { createRateLimit } from '../access/rate-limit.ts';
import type { Service } from '../service.ts';
import { answerEnquiry } from './progress.ts';
import { NOT_FOUND, TOO_OFTEN } from './text.ts';

/** A caller asks a few times a day; whoever tries digits asks thousands of times. */
const PER_ADDRESS = { burst: 10, perSecond: 1 / 20 };
/** Ten thousand endings of one number, from however many addresses: this makes it months. */
const PER_NUMBER = { burst: 10, perSecond: 1 / 600 };

/** `GET /public/progress?number=HB2611-000431&phone4=5521`: the one thing the centre tells without a sign-in. T5. */
export function serveProgress(app: FastifyInstance, service: Service): void {
  const addresses = createRateLimit(service.nowMs, PER_ADDRESS);
  const numbers = createRateLimit(service.nowMs, PER_NUMBER);
  app.get<{ Querystring: Readonly<Record<string, unknown>> }>('/public/progress', async ({ ip, query }, reply) => {
    try {
      addresses.pass(ip);
      numbers.pass(String(query['number']).trim().slice(0, 40));
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      const seconds = Math.ceil((error.failure.retryAfterMs ?? 0) / 1000);
      return reply.status(429).header('retry-after', String(seconds)).send({ found: false, message: TOO_OFTEN });
    }
    const progress = await answerEnquiry(service, query);
    if (!progress) return reply.status(404).send({ found: false, message: NOT_FOUND });
    return reply.send({ found: true, ...progress });
  });
}
