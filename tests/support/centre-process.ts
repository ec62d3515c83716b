// The real centre as a process of its own, with an exchange whose callers and units a test plays.
import { z } from 'zod';
import { startCentre } from '../../server/centre.ts';
import { systemScheduler } from '../../server/telephony/scheduler.ts';
import { createSimulatedExchange } from '../../server/telephony/simulated/exchange.ts';
import { limitTextSchema } from '../../shared/policy/limit.ts';
import type { Pack } from '../../shared/policy/pack.ts';
import { packOf } from '../../shared/policy/packs.ts';
import { callIdSchema } from '../../shared/domain/ids.ts';
import { startCrew } from './crew.ts';
import { centreOrderSchema, type UnitBehaviour } from './messages.ts';
import { obey } from './obey.ts';

const settings = z
  .object({
    TEST_DATA: z.string(),
    TEST_PORT: z.coerce.number(),
    TEST_CITY: z.string(),
    TEST_ORDERS: z.coerce.number().optional(),
    TEST_DATABASE_URL: z.string().optional(),
    /** JSON: limits by rule that a next version of the city's pack has. */
    TEST_NEXT_LIMITS: z.string().optional(),
  })
  .parse(process.env);

/** The city's pack one version on, with other limits for some rules. */
function nextPack(json: string): Pack {
  const limits = z.record(z.string(), limitTextSchema).parse(JSON.parse(json));
  const shipped = packOf(settings.TEST_CITY);
  const version = shipped.version + 1;
  return {
    ...shipped,
    version,
    changes: [...shipped.changes, { version, date: '2026-12-01', text: '调整办理时限' }],
    limits: shipped.limits.map((each) => ({ ...each, limit: limits[each.rule] ?? each.limit })),
  };
}

await obey(async () => {
  let stopCrew = (): void => undefined;
  const behaviours = new Map<string, UnitBehaviour>();
  const exchange = createSimulatedExchange({
    scheduler: systemScheduler,
    random: Math.random,
    unitBehaviour: (number) => behaviours.get(number) ?? 'answers',
    // Fast enough for a test, slow enough that every state can be seen on the screen.
    timing: {
      connect: [300, 300],
      answer: [500, 500],
      decline: [500, 500],
      busy: [300, 300],
      badNumber: [300, 300],
      ringLimit: 4_000,
      afterTransfer: [2_000, 2_000],
    },
  });
  const centre = await startCentre({
    databaseUrl: settings.TEST_DATABASE_URL ?? null,
    dataDir: settings.TEST_DATA,
    host: '127.0.0.1',
    port: settings.TEST_PORT,
    city: settings.TEST_CITY,
    ...(settings.TEST_NEXT_LIMITS === undefined ? {} : { pack: nextPack(settings.TEST_NEXT_LIMITS) }),
    demo: true,
    ...(settings.TEST_ORDERS === undefined ? {} : { demoOrders: settings.TEST_ORDERS }),
    telephony: exchange,
  });

  return {
    ready: { url: centre.url },
    carryOut: async (raw) => {
      const order = centreOrderSchema.parse(raw);
      switch (order.type) {
        case 'placeCall':
          return exchange.placeCall(order.number, { patienceMs: order.patienceMs });
        case 'callerHangsUp':
          return exchange.callerHangsUp(callIdSchema.parse(order.callId));
        case 'unitHangsUp':
          return exchange.unitHangsUp(callIdSchema.parse(order.callId));
        case 'unitBehaviour':
          behaviours.set(order.number, order.behaviour);
          return null;
        case 'exchangeLink':
          return order.up ? exchange.restoreLink() : exchange.dropLink();
        case 'endAllCalls':
          for (const { callId } of exchange.calls()) await exchange.forceHangUp(callId);
          return null;
        case 'crew':
          stopCrew();
          stopCrew = await startCrew({ exchange, ...order });
          return null;
        case 'stop':
          stopCrew();
          return await centre.stop();
      }
    },
  };
});
