import { z } from 'zod';
import { phoneAccessSchema, phoneSettingsSchema } from '../domain/phone.ts';
import { procedure } from './base.ts';

/** Credentials for the page as a phone; null where the exchange has no such phones. For whoever takes calls. */
const access = procedure.route({ path: '/phone/access' }).output(phoneAccessSchema.nullable());

/** Station to centre. */
export const centralPhone = { access };

/** Window to station. */
export const deskPhone = {
  access,
  /** This desk's phone and its sound devices. A change is named as table `settings`. */
  settings: procedure.output(phoneSettingsSchema),
  set: procedure.input(phoneSettingsSchema).output(z.object({})),
};
