import type { Reader, Writer } from '../../db/central/database.ts';
import { writeLog } from '../../db/central/log.ts';
import * as stored from '../../db/central/models.ts';
import { referencePage, referenceRows, type ReferenceEntity } from '../../db/central/reference.ts';
import { modelKindSchema, type Model, type ModelKind } from '../../shared/domain/model.ts';
import { fail } from '../../shared/failure.ts';
import { instant } from '../../shared/instant.ts';
import type { Segment } from '../../shared/search/terms.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { now, type Service } from '../service.ts';
import { learn, type Filed, type Learned } from './learn.ts';
import { readOutcomes } from './outcomes.ts';

const SCOPE = { sensitivity: 'normal', unitId: null } as const;
/** Of the closed and of the open ones; more would teach little and take many minutes. The newest count. */
const MOST_ORDERS = 10_000;
const JUDGED_DAYS = 365;
const DAY_MS = 86_400_000;
const KEPT = 10;
/** By so much a new training may be worse and still be taken up: cross-validation is no finer. */
const TOLERANCE = 0.02;
const PAGE = 500;

export interface TrainingResult {
  readonly learned: Learned;
  readonly trained: number;
  /** Desks get it; otherwise the one in use before was clearly better. */
  readonly active: boolean;
}

type Who = Pick<LiveSession, 'actor' | 'deskId'> | null;

/**
 * Learns anew from the centre's own orders, keeps what was learned, and puts it to use unless it is clearly worse than
 * what is in use.
 * @returns kind by kind; null where there are too few orders to learn from
 */
export async function train(
  service: Service,
  segment: Segment,
): Promise<Readonly<Record<ModelKind, TrainingResult | null>>> {
  const filed = await readFiled(service);
  return {
    subject: await trainKind(service, learn('subject', filed, segment)),
    unit: await trainKind(service, learn('unit', filed, segment)),
  };
}

async function trainKind(service: Service, learned: Learned | null): Promise<TrainingResult | null> {
  if (!learned) return null;
  const { kind, figures } = learned;
  return service.db.transaction(async (tx) => {
    const [before] = await referenceRows(tx, 'model', [kind]);
    const trained = await stored.insertTraining(tx, { ...learned, trainedAt: now(service) });
    const active = !before || figures.own.macroF1 >= before.figures.own.macroF1 - TOLERANCE;
    if (active) await putToUse(tx, service, null, kind, trained);
    await stored.forgetTrainings(tx, kind, KEPT);
    return { learned, trained, active };
  });
}

/**
 * Puts a training to use on all desks, or none: then rules and the dispatch catalogue serve alone.
 * @throws MODEL_NOT_FOUND
 */
export async function useTraining(service: Service, who: Who, kind: ModelKind, trained: number | null): Promise<void> {
  await service.db.transaction(async (tx) => {
    if (trained !== null) return putToUse(tx, service, who, kind, trained);
    const version = await stored.removeModel(tx, kind);
    if (version === null) return;
    await note(tx, service, who, { kind, trained, version: version + 1, op: 'drop' });
  });
}

async function putToUse(tx: Writer, service: Service, who: Who, kind: ModelKind, trained: number): Promise<void> {
  const training = await stored.findTraining(tx, kind, trained);
  if (!training) fail('MODEL_NOT_FOUND');
  const [before] = await referenceRows(tx, 'model', [kind]);
  const model: Model = { id: kind, kind, version: (before?.version ?? 0) + 1, ...training };
  await stored.putModel(tx, model);
  await note(tx, service, who, { kind, trained, version: model.version, op: 'put' });
}

interface Noted {
  readonly kind: ModelKind;
  readonly trained: number | null;
  readonly version: number;
  readonly op: 'put' | 'drop';
}

async function note(tx: Writer, service: Service, who: Who, { kind, trained, version, op }: Noted): Promise<void> {
  const at = now(service);
  await writeLog(tx, {
    at,
    audit: [
      {
        at,
        accountId: who?.actor.accountId ?? null,
        deskId: who?.deskId ?? null,
        action: 'models.use',
        subject: kind,
        detail: { trained },
      },
    ],
    changes: [{ entity: 'model', id: kind, version, op, scope: SCOPE }],
  });
}

async function readFiled({ db, nowMs }: Service): Promise<Filed> {
  const since = instant(nowMs() - JUDGED_DAYS * DAY_MS);
  return {
    orders: await stored.filedOrders(db, MOST_ORDERS),
    subjects: await wholeTable(db, 'subject'),
    units: await wholeTable(db, 'unit'),
    catalogue: await wholeTable(db, 'catalogue'),
    judged: readOutcomes(await stored.judgedSuggestions(db, since)),
  };
}

async function wholeTable<E extends ReferenceEntity>(db: Reader, entity: E) {
  const all: Awaited<ReturnType<typeof referencePage<E>>> = [];
  for (;;) {
    const page = await referencePage(db, entity, all.at(-1)?.id ?? '', PAGE);
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}

/** Every training that is kept, newest first, with how its suggestions have been taken since. */
export async function modelsOverview({ db, nowMs }: Service) {
  const since = instant(nowMs() - 30 * DAY_MS);
  const outcomes = [...readOutcomes(await stored.judgedSuggestions(db, since)).values()].flat();
  return {
    trainings: await stored.listTrainings(db),
    taken: modelKindSchema.options.map((kind) => {
      const own = outcomes.filter((outcome) => outcome.kind === kind);
      return {
        kind,
        accepted: own.filter(({ outcome }) => outcome === 'accepted').length,
        otherwise: own.filter(({ outcome }) => outcome !== 'accepted').length,
      };
    }),
  };
}
