import { preferencesSchema, type Preferences } from '../../shared/contract/desk.ts';
import { contactNow } from '../../shared/domain/unit.ts';
import { fail } from '../../shared/failure.ts';
import { beijingDate, beijingMinute } from '../../shared/instant.ts';
import { isWorkingDay } from '../../shared/policy/calendar.ts';
import { reaching } from './at-centre.ts';
import { callRoutes } from './calls.ts';
import { procedures, type Backend, type Procedures } from './context.ts';
import { floorRoutes } from './floor.ts';
import { draftHandoverRoutes } from './draft-handover.ts';
import { hallRoutes } from './hall.ts';
import { knowledgeRoutes } from './knowledge.ts';
import { noticeRoutes } from './notices.ts';
import { phoneRoutes, phoneSettings } from './phone.ts';
import { modelRoutes, officeRoutes } from './office.ts';
import { exportRoutes } from './exports.ts';
import { mineRoutes, reportRoutes, topicRoutes } from './reports.ts';
import { callerRoutes, orderRoutes } from './orders.ts';
import { printingRoutes } from './printing.ts';
import { scoringRoutes } from './scoring.ts';
import { sessionRoutes } from './session.ts';
import { wordingRoutes } from './wording.ts';
import { attachmentRoutes, commandRoutes, draftRoutes, syncRoutes } from './taking.ts';
import { writingRoutes } from './writings.ts';

const DEFAULT_PREFERENCES: Preferences = { theme: 'system', keys: {}, ring: true, columns: {} };

/** Implements the contract between the renderer and the station. */
export function makeRouter(backend: Backend) {
  const os = procedures(backend);
  return os.router({
    session: sessionRoutes(os, backend),
    events: os.events.handler(({ signal }) => backend.events.subscribe(signal)),
    drafts: draftRoutes(os, backend),
    commands: commandRoutes(os, backend),
    orders: orderRoutes(os, backend),
    notices: noticeRoutes(os, backend),
    writings: writingRoutes(os, backend),
    office: officeRoutes(os, backend),
    models: modelRoutes(os, backend),
    reports: reportRoutes(os, backend),
    exports: exportRoutes(os, backend),
    mine: mineRoutes(os, backend),
    topics: topicRoutes(os, backend),
    scoring: scoringRoutes(os, backend),
    callers: callerRoutes(os, backend),
    wording: wordingRoutes(os, backend),
    ...referenceRoutes(os, backend),
    knowledgeDesk: knowledgeRoutes(os, backend),
    telephony: telephonyRoutes(os, backend),
    floor: floorRoutes(os, backend),
    hall: hallRoutes(os, backend),
    draftHandover: draftHandoverRoutes(os, backend),
    calls: callRoutes(os, backend),
    phone: phoneRoutes(os, backend),
    sync: syncRoutes(os, backend),
    attachments: attachmentRoutes(os, backend),
    preferences: preferenceRoutes(os, backend),
    printing: printingRoutes(os, backend),
  });
}
export type StationRouter = ReturnType<typeof makeRouter>;

function referenceRoutes(os: Procedures, { sessions, reader, searcher, sync, nowMs }: Backend) {
  return {
    knowledge: {
      search: os.knowledge.search.handler(({ input }) => {
        sessions.require('knowledge.read');
        return searcher.call('search', input);
      }),
      get: os.knowledge.get.handler(async ({ input }) => {
        sessions.require('knowledge.read');
        return (await reader.call('article', input.id)) ?? fail('ARTICLE_NOT_FOUND');
      }),
    },
    places: {
      list: os.places.list.handler(async () => {
        sessions.require();
        return (await reader.call('centre'))?.places ?? [];
      }),
    },
    units: {
      list: os.units.list.handler(() => {
        sessions.require();
        return reader.call('units');
      }),
      contactNow: os.units.contactNow.handler(async ({ input }) => {
        sessions.require();
        const unit = (await reader.call('units')).find((candidate) => candidate.id === input.id);
        if (!unit) return fail('UNIT_NOT_FOUND');
        // By the centre's clock as far as it is known: a desk's own may be hours off.
        const centreMs = nowMs() + (sync.status.clockOffset ?? 0);
        return contactNow(unit, beijingMinute(centreMs), isWorkingDay(beijingDate(centreMs)));
      }),
      suggest: os.units.suggest.handler(({ input }) => {
        const actor = sessions.require();
        return reader.call('suggestUnits', input, actor);
      }),
    },
    catalogue: {
      list: os.catalogue.list.handler(() => {
        sessions.require();
        return reader.call('catalogue');
      }),
    },
    subjects: {
      list: os.subjects.list.handler(() => {
        sessions.require();
        return reader.call('subjects');
      }),
      suggest: os.subjects.suggest.handler(({ input }) => {
        const actor = sessions.require();
        return reader.call('suggestSubjects', input.text, actor);
      }),
    },
  };
}

function telephonyRoutes(os: Procedures, { sessions, client, reader, onTelephony }: Backend) {
  return {
    command: os.telephony.command.handler(async ({ input }) => {
      sessions.require('call.take');
      // Whoever signs in speaks through what stands on this desk.
      const said = input.type === 'signIn' ? { ...input, device: (await phoneSettings(reader)).device } : input;
      const view = await reaching('EXCHANGE_UNREACHABLE', () => client.telephony.command(said));
      onTelephony(view);
      return view;
    }),
  };
}

function preferenceRoutes(os: Procedures, { sessions, reader, writer }: Backend) {
  return {
    get: os.preferences.get.handler(async () => {
      const stored = await reader.call('preferences', sessions.require().accountId);
      const parsed = preferencesSchema.safeParse(stored === null ? null : JSON.parse(stored));
      return parsed.success ? parsed.data : DEFAULT_PREFERENCES;
    }),
    set: os.preferences.set.handler(async ({ input }) => {
      await writer.call('savePreferences', sessions.require().accountId, JSON.stringify(input));
      return {};
    }),
  };
}
