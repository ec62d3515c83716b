import { z } from 'zod';
import { liveCallSchema, legSchema, restReasonSchema } from '../../../shared/domain/call.ts';
import { accountIdSchema, callIdSchema, type AccountId, type CallId } from '../../../shared/domain/ids.ts';
import type { Device, ExchangeCall, IdleState } from '../port.ts';
import { AriError, type AriLink } from './link.ts';
import { variableSchema } from './messages.ts';
import type { Session } from './session.ts';

/**
 * What a service that starts again must know and no channel tells: kept in the exchange's own global variables, which
 * live exactly as long as its calls do. Written after each change, one variable per call and per agent.
 */

const callSchema = liveCallSchema.extend({
  dialled: z.string(),
  recording: z.enum(['off', 'on', 'paused']),
  data: z.record(z.string(), z.string()).default({}),
  agent: accountIdSchema.nullable(),
  consultCallId: z.string().nullable(),
  legs: z.array(legSchema.extend({ agent: accountIdSchema.nullable() })),
  monitors: z.array(z.object({ supervisor: accountIdSchema, mode: z.enum(['listen', 'whisper', 'barge']) })),
});

const keptCallSchema = z.object({
  call: callSchema,
  channels: z.record(z.string(), z.string()),
  take: z.object({ recordingId: z.string(), startedMs: z.number() }).nullable(),
});

export interface KeptCall {
  readonly call: ExchangeCall;
  readonly channels: Readonly<Record<string, string>>;
  readonly take: { readonly recordingId: string; readonly startedMs: number } | null;
}

const deviceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page') }),
  z.object({ kind: z.literal('desk'), extension: z.string() }),
]);
const stateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['ready', 'busy', 'wrapUp']) }),
  z.object({ state: z.literal('rest'), reason: restReasonSchema }),
]);
const keptAgentSchema = z.object({ state: stateSchema, device: deviceSchema });

export interface KeptAgent {
  readonly state: IdleState;
  readonly device: Device;
}

export interface Memory {
  /** Resolves once the exchange has it or the link has gone; whoever need not know does not wait. */
  keepCall(session: Session): Promise<void>;
  forgetCall(callId: CallId): void;
  /** Resolves once the exchange has it: an agent who was told so is signed in after any restart of ours. */
  keepAgent(agent: AccountId, kept: KeptAgent): Promise<void>;
  forgetAgent(agent: AccountId): Promise<void>;
  /** What the exchange still holds. */
  read(): Promise<{ readonly calls: readonly KeptCall[]; readonly agents: ReadonlyMap<AccountId, KeptAgent> }>;
}

const CALLS = 'HOTLINE_CALLS';
const AGENTS = 'HOTLINE_AGENTS';
/** Names of variables hold letters, digits and underlines. */
const nameOf = (kind: 'CALL' | 'AGENT', id: string): string => `HOTLINE_${kind}_${id.replaceAll(/[^A-Za-z0-9]/g, '_')}`;

export function createMemory(link: AriLink): Memory {
  const calls = new Set<CallId>();
  const agents = new Set<AccountId>();

  async function set(variable: string, value: string): Promise<void> {
    await link.request('POST', 'asterisk/variable', { variable, value });
  }

  /** The socket keeps the order, and a link that goes is followed by a rebuild. */
  async function write(variable: string, value: string): Promise<void> {
    if (link.isUp()) await set(variable, value).catch(() => undefined);
  }

  async function readValue(variable: string): Promise<string> {
    try {
      return variableSchema.parse(await link.request('GET', `asterisk/variable?variable=${variable}`)).value;
    } catch (error) {
      if (error instanceof AriError) return '';
      throw error;
    }
  }

  async function readAll<Id extends z.ZodType, Kept extends z.ZodType>(
    index: string,
    id: Id,
    nameFor: (id: z.infer<Id>) => string,
    kept: Kept,
  ): Promise<[z.infer<Id>, z.infer<Kept>][]> {
    const ids = z.array(id).safeParse(parsed(await readValue(index))).data ?? [];
    const values = await Promise.all(ids.map((each) => readValue(nameFor(each))));
    return ids.flatMap((each, place) => {
      const value = kept.safeParse(parsed(values[place] ?? ''));
      return value.success ? [[each, value.data] satisfies [z.infer<Id>, z.infer<Kept>]] : [];
    });
  }

  return {
    keepCall(session) {
      const { call, channels, take, callId } = session;
      const value = { call, channels: Object.fromEntries(channels), take };
      const kept = write(nameOf('CALL', callId), JSON.stringify(value));
      if (calls.has(callId)) return kept;
      calls.add(callId);
      return write(CALLS, JSON.stringify([...calls]));
    },
    forgetCall(callId) {
      calls.delete(callId);
      void write(CALLS, JSON.stringify([...calls]));
      void write(nameOf('CALL', callId), '');
    },
    async keepAgent(agent, kept) {
      if (!agents.has(agent)) {
        agents.add(agent);
        void write(AGENTS, JSON.stringify([...agents]));
      }
      await set(nameOf('AGENT', agent), JSON.stringify(kept));
    },
    async forgetAgent(agent) {
      agents.delete(agent);
      void write(nameOf('AGENT', agent), '');
      await set(AGENTS, JSON.stringify([...agents]));
    },
    async read() {
      const keptCalls = await readAll(CALLS, callIdSchema, (id) => nameOf('CALL', id), keptCallSchema);
      const keptAgents = await readAll(AGENTS, accountIdSchema, (id) => nameOf('AGENT', id), keptAgentSchema);
      calls.clear();
      agents.clear();
      for (const [id] of keptCalls) calls.add(id);
      for (const [id] of keptAgents) agents.add(id);
      return { calls: keptCalls.map(([, kept]) => kept), agents: new Map(keptAgents) };
    },
  };
}

function parsed(text: string): unknown {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
