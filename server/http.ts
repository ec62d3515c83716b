import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { RPCHandler } from '@orpc/server/fastify';
import { RequestHeadersPlugin } from '@orpc/server/plugins';
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { randomUUID } from 'node:crypto';
import { readHead } from '../db/central/feed.ts';
import { createDocs } from './docs.ts';
import type { Metrics } from './metrics.ts';
import { serveProgress } from './progress/route.ts';
import type { CallContext } from './router/context.ts';
import type { CentralRouter } from './router/router.ts';
import type { Service } from './service.ts';

/** A push of 100 long orders, or a chunk of an attachment in base64, with room. */
export const BODY_LIMIT = 8 * 1024 * 1024;

const HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
} as const;

export interface HttpParts {
  readonly service: Service;
  readonly router: CentralRouter;
  readonly metrics: Metrics;
  readonly version: string;
  /** Proxies in front of the centre, whose `x-forwarded-for` counts. */
  readonly trustedProxies: readonly string[];
  /** True once the centre is stopping: load balancers must send nobody here any more. */
  readonly stopping: () => boolean;
}

/** Everything the centre answers over HTTP. It listens nowhere yet. */
export async function createHttp({
  service,
  router,
  metrics,
  version,
  trustedProxies,
  stopping,
}: HttpParts): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = service.log;
  const app = fastify({
    loggerInstance,
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
    // Calls are counted and failures logged where they happen; a line for each request would only bury them.
    logController: new LogController({ disableRequestLogging: true }),
  });
  const rpc = new RPCHandler(router, { plugins: [new RequestHeadersPlugin<CallContext>()] });
  const api = new OpenAPIHandler(router, { plugins: [new RequestHeadersPlugin<CallContext>()] });
  const docs = await createDocs(router, version);

  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(HEADERS);
  });

  app.get('/health', async (_request, reply) => {
    try {
      const { seq } = await readHead(service.db);
      const status = stopping() ? 'stopping' : 'ok';
      return reply.status(stopping() ? 503 : 200).send({ status, version, head: seq, database: service.db.kind });
    } catch (error) {
      service.log.warn({ err: error }, 'the database does not answer');
      return reply.status(503).send({ status: 'database unavailable', version });
    }
  });
  app.get('/metrics', async (_request, reply) => {
    const { type, body } = await metrics.text();
    return reply.type(type).send(body);
  });
  serveProgress(app, service);
  app.get('/api/docs', (_request, reply) =>
    reply
      .header('content-security-policy', docs.contentSecurityPolicy)
      .type('text/html; charset=utf-8')
      .send(docs.page),
  );
  app.get('/api/openapi.json', (_request, reply) => reply.send(docs.specification));
  app.all('/rpc/*', (request, reply) => answer(rpc, '/rpc', request, reply));
  app.all('/api/*', (request, reply) => answer(api, '/api', request, reply));
  return app;
}

async function answer(
  handler: RPCHandler<CallContext> | OpenAPIHandler<CallContext>,
  prefix: '/rpc' | '/api',
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const context: CallContext = { address: request.ip, requestId: request.id };
  const { matched } = await handler.handle(request, reply, { prefix, context });
  if (!matched) await reply.status(404).send({ code: 'NOT_FOUND' });
}
