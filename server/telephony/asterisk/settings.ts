import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { TelephonyPort } from '../port.ts';
import { createAsteriskExchange } from './exchange.ts';
import type { LinkLog } from './link.ts';

/**
 * An Asterisk as the environment names it (docs/deploy-asterisk.md):
 *   HOTLINE_ARI_URL            e.g. http://127.0.0.1:8088; without it there is no Asterisk
 *   HOTLINE_ARI_USER           default hotline
 *   HOTLINE_ARI_PASSWORD_FILE  a file that holds the password and nothing else; or HOTLINE_ARI_PASSWORD
 *   HOTLINE_ARI_APP            the name in the dialplan's Stasis(), default hotline
 *   HOTLINE_PHONE_URL          where desks register as phones, e.g. wss://exchange.example.org/ws; without it, desk phones only
 *   HOTLINE_PHONE_MEDIA        the address at which pages find the exchange's sound, where it has several
 *   HOTLINE_LINE               how a number outside is rung, default PJSIP/{number}@line
 */
const environmentSchema = z.object({
  HOTLINE_ARI_URL: z.url(),
  HOTLINE_ARI_USER: z.string().min(1).default('hotline'),
  HOTLINE_ARI_PASSWORD: z.string().min(1).optional(),
  HOTLINE_ARI_PASSWORD_FILE: z.string().min(1).optional(),
  HOTLINE_ARI_APP: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .default('hotline'),
  HOTLINE_PHONE_URL: z.url().optional(),
  HOTLINE_PHONE_MEDIA: z.string().min(1).optional(),
  HOTLINE_LINE: z.string().includes('{number}').default('PJSIP/{number}@line'),
});

/** @returns undefined where the environment names none; throws where what it names is not whole */
export function asteriskFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  log: LinkLog,
): TelephonyPort | undefined {
  if (!environment['HOTLINE_ARI_URL']) return undefined;
  const settings = environmentSchema.parse(environment);
  return createAsteriskExchange({
    url: settings.HOTLINE_ARI_URL.replace(/\/$/, ''),
    user: settings.HOTLINE_ARI_USER,
    password: passwordOf(settings),
    app: settings.HOTLINE_ARI_APP,
    phoneUrl: settings.HOTLINE_PHONE_URL ?? null,
    mediaAddress: settings.HOTLINE_PHONE_MEDIA ?? null,
    line: settings.HOTLINE_LINE,
    log,
  });
}

function passwordOf(settings: z.infer<typeof environmentSchema>): string {
  const file = settings.HOTLINE_ARI_PASSWORD_FILE;
  const password = file === undefined ? settings.HOTLINE_ARI_PASSWORD : readFileSync(file, 'utf8').trim();
  if (!password) throw new Error('HOTLINE_ARI_URL needs HOTLINE_ARI_PASSWORD_FILE or HOTLINE_ARI_PASSWORD');
  return password;
}
