import { z } from 'zod';
import { accountIdSchema, unitIdSchema } from './ids.ts';

/** What an account may do. Roles are sets of these; nothing checks a role by name. */
export const permissionSchema = z.enum([
  'call.take',
  'order.create',
  'order.view',
  'order.viewSecret',
  'order.handle',
  'order.dispatch',
  'order.supervise',
  'order.followUp',
  'order.inspect',
  'order.sign',
  'order.instruct',
  'order.review',
  'personal.reveal',
  'knowledge.read',
  'knowledge.edit',
  'hall.view',
  'hall.control',
  'report.read',
  'people.manage',
  'audit.read',
  'settings.manage',
  'scoring.score',
  'scoring.decide',
  'scoring.keep',
]);
export type Permission = z.infer<typeof permissionSchema>;

/** What may be used while the centre cannot be asked: one's own work, and nothing that decides over others. */
export const OFFLINE_PERMISSIONS: readonly Permission[] = [
  'call.take',
  'order.create',
  'order.view',
  'order.handle',
  'personal.reveal',
  'knowledge.read',
];

export const roleIdSchema = z.enum([
  'operator',
  'shiftSupervisor',
  'dispatcher',
  'handler',
  'unitLeader',
  'overseer',
  'followUpAgent',
  'qualityInspector',
  'knowledgeEditor',
  'leader',
  'reviewer',
  'administrator',
]);
export type RoleId = z.infer<typeof roleIdSchema>;

/** The roles a new centre starts with; a centre may change the sets afterwards. */
export const DEFAULT_ROLES: Readonly<Record<RoleId, { name: string; permissions: readonly Permission[] }>> = {
  operator: {
    name: '话务员',
    permissions: ['call.take', 'order.create', 'order.view', 'personal.reveal', 'knowledge.read'],
  },
  shiftSupervisor: {
    name: '班长',
    permissions: [
      'call.take',
      'order.create',
      'order.view',
      'order.viewSecret',
      'personal.reveal',
      'knowledge.read',
      'hall.view',
      'hall.control',
      'report.read',
      'scoring.decide',
    ],
  },
  dispatcher: { name: '派单员', permissions: ['order.view', 'order.viewSecret', 'order.dispatch', 'knowledge.read'] },
  handler: { name: '承办人', permissions: ['order.view', 'order.handle', 'personal.reveal', 'knowledge.read'] },
  unitLeader: {
    name: '承办单位负责人',
    permissions: ['order.view', 'order.handle', 'order.sign', 'knowledge.read', 'report.read'],
  },
  overseer: {
    name: '督办员',
    permissions: ['order.view', 'order.viewSecret', 'order.supervise', 'knowledge.read', 'report.read'],
  },
  followUpAgent: {
    name: '回访员',
    permissions: ['call.take', 'order.view', 'order.followUp', 'personal.reveal', 'knowledge.read'],
  },
  qualityInspector: {
    name: '质检员',
    permissions: ['order.view', 'order.inspect', 'knowledge.read', 'scoring.score', 'scoring.decide', 'scoring.keep'],
  },
  knowledgeEditor: { name: '知识管理员', permissions: ['knowledge.read', 'knowledge.edit'] },
  leader: {
    name: '领导',
    permissions: ['order.view', 'order.viewSecret', 'order.instruct', 'knowledge.read', 'report.read'],
  },
  reviewer: {
    name: '复查员',
    permissions: ['order.view', 'order.viewSecret', 'order.review', 'knowledge.read', 'report.read'],
  },
  administrator: {
    name: '管理员',
    permissions: [
      'people.manage',
      'audit.read',
      'settings.manage',
      'knowledge.read',
      'order.view',
      'report.read',
      'scoring.keep',
    ],
  },
};

/** 工号: what an account signs in with. */
export const jobNumberSchema = z.string().regex(/^[0-9A-Za-z]{2,20}$/);

export const sensitivitySchema = z.enum(['normal', 'secret']);
export type Sensitivity = z.infer<typeof sensitivitySchema>;

/** What an account may see of the feed: sensitivities x units. `units: 'all'` is the centre's own staff. */
export const grantsSchema = z.object({
  permissions: z.array(permissionSchema),
  sensitivities: z.array(sensitivitySchema),
  units: z.union([z.literal('all'), z.array(unitIdSchema)]),
  /** The units above theirs, the city left out: what complains of one of those hides its caller from them too. J5. */
  above: z.array(unitIdSchema).optional(),
});
export type Grants = z.infer<typeof grantsSchema>;

/** The person who does something: as the centre knows them now, or as the desk knew them when they last signed in online. */
export const actorSchema = z.object({
  accountId: accountIdSchema,
  jobNumber: jobNumberSchema,
  name: z.string().min(1).max(40),
  unitId: unitIdSchema.nullable(),
  roles: z.array(roleIdSchema),
  grants: grantsSchema,
});
export type Actor = z.infer<typeof actorSchema>;

/** Whoever wrote something, as it is shown later. */
export const authorSchema = z.object({
  accountId: accountIdSchema,
  jobNumber: jobNumberSchema,
  name: z.string(),
});
export type Author = z.infer<typeof authorSchema>;

/** True where the actor's grants hold the permission. */
export function may(actor: { grants: Grants }, permission: Permission): boolean {
  return actor.grants.permissions.includes(permission);
}

/** 热点 are for whoever reads reports, and for the dispatchers, who put together what belongs together. */
export function seesTopics(actor: { grants: Grants }): boolean {
  return may(actor, 'report.read') || may(actor, 'order.dispatch');
}

/** True where an order of this sensitivity at this unit may reach the holder of these grants. */
export function maySee(grants: Grants, scope: { sensitivity: Sensitivity; unitId: string | null }): boolean {
  if (!grants.permissions.includes('order.view')) return false;
  if (!grants.sensitivities.includes(scope.sensitivity)) return false;
  return grants.units === 'all' || (scope.unitId !== null && grants.units.some((unit) => unit === scope.unitId));
}
