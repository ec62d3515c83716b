import { DEFAULT_PHONE, phoneSettingsSchema, type PhoneSettings } from '../../shared/domain/phone.ts';
import { reaching } from './at-centre.ts';
import type { Backend, Procedures } from './context.ts';

/** This desk's phone. Credentials pass through here and stay nowhere. */
export function phoneRoutes(os: Procedures, { sessions, client, reader, writer }: Backend) {
  return {
    access: os.phone.access.handler(async () => {
      sessions.require('call.take');
      return reaching('EXCHANGE_UNREACHABLE', () => client.phone.access());
    }),
    settings: os.phone.settings.handler(() => {
      sessions.require();
      return phoneSettings(reader);
    }),
    set: os.phone.set.handler(async ({ input }) => {
      sessions.require();
      await writer.call('savePhone', JSON.stringify(input));
      return {};
    }),
  };
}

/** What is set for this desk, or what holds where nothing was. */
export async function phoneSettings(reader: Backend['reader']): Promise<PhoneSettings> {
  const stored = await reader.call('phone');
  const parsed = phoneSettingsSchema.safeParse(stored === null ? null : JSON.parse(stored));
  return parsed.success ? parsed.data : DEFAULT_PHONE;
}
