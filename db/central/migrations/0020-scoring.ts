import type { Migration } from '../migration.ts';

/** 通话评分: forms and their versions, sampling plans and draws, scores, calibrations. */
export const scoring: Migration = {
  id: 20,
  name: 'scoring',
  sql: `
CREATE TABLE scoring_forms (
  form_id uuid NOT NULL,
  version int NOT NULL,
  state text NOT NULL,
  data jsonb NOT NULL,
  PRIMARY KEY (form_id, version)
);
-- One next version is written at a time.
CREATE UNIQUE INDEX scoring_forms_draft ON scoring_forms (form_id) WHERE state = 'draft';

CREATE TABLE scoring_plans (
  id uuid PRIMARY KEY,
  data jsonb NOT NULL
);
CREATE TABLE scoring_draws (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES scoring_plans,
  -- Days of Beijing, YYYY-MM-DD.
  from_day text NOT NULL,
  to_day text NOT NULL,
  at timestamptz NOT NULL,
  data jsonb NOT NULL,
  -- What it was drawn from, as it was then, so that it can be made again.
  candidates jsonb NOT NULL,
  criteria jsonb NOT NULL,
  chosen jsonb NOT NULL,
  UNIQUE (plan_id, from_day)
);
CREATE INDEX scoring_draws_at ON scoring_draws (at);

CREATE TABLE calibrations (
  id uuid PRIMARY KEY,
  made_at timestamptz NOT NULL,
  data jsonb NOT NULL
);
CREATE INDEX calibrations_made ON calibrations (made_at);

CREATE TABLE scorings (
  id uuid PRIMARY KEY,
  call_id text NOT NULL,
  agent_id uuid NOT NULL REFERENCES accounts,
  inspector_id uuid REFERENCES accounts,
  plan_id uuid REFERENCES scoring_plans,
  calibration_id uuid REFERENCES calibrations,
  form_id uuid NOT NULL,
  form_version int NOT NULL,
  state text NOT NULL,
  made_at timestamptz NOT NULL,
  submitted_at timestamptz,
  appeal_until timestamptz,
  team_id text,
  -- The total in tenths, so that sums of it are exact.
  tenths int,
  passed boolean,
  vetoed boolean,
  appealed boolean NOT NULL,
  data jsonb NOT NULL,
  FOREIGN KEY (form_id, form_version) REFERENCES scoring_forms,
  -- Nobody scores themselves.
  CHECK (agent_id <> inspector_id)
);
-- A plan draws a call once for good.
CREATE UNIQUE INDEX scorings_plan_call ON scorings (plan_id, call_id) WHERE plan_id IS NOT NULL;
CREATE UNIQUE INDEX scorings_by_hand ON scorings (call_id)
  WHERE plan_id IS NULL AND calibration_id IS NULL AND state <> 'dropped';
CREATE UNIQUE INDEX scorings_calibration ON scorings (calibration_id, inspector_id) WHERE calibration_id IS NOT NULL;
CREATE INDEX scorings_made ON scorings (made_at, id);
CREATE INDEX scorings_call ON scorings (call_id);
CREATE INDEX scorings_inspector ON scorings (inspector_id, made_at);
CREATE INDEX scorings_agent ON scorings (agent_id, submitted_at);
CREATE INDEX scorings_submitted ON scorings (submitted_at) WHERE submitted_at IS NOT NULL;
CREATE INDEX scorings_unwritten ON scorings (made_at) WHERE state IN ('open', 'draft');
CREATE INDEX scorings_to_confirm ON scorings (appeal_until) WHERE state = 'submitted';
CREATE INDEX scorings_appealed ON scorings (made_at) WHERE state = 'appealed';

-- The marks of what was handed in, items that do not apply left out; halves of points, so that sums are exact.
CREATE TABLE scoring_marks (
  scoring_id uuid NOT NULL REFERENCES scorings,
  item_id text NOT NULL,
  halves int NOT NULL,
  full_halves int NOT NULL,
  PRIMARY KEY (scoring_id, item_id)
);

UPDATE roles SET permissions = permissions || '{scoring.score,scoring.decide,scoring.keep}'::text[]
WHERE id = 'qualityInspector' AND NOT 'scoring.score' = ANY (permissions);
UPDATE roles SET permissions = array_append(permissions, 'scoring.decide')
WHERE id = 'shiftSupervisor' AND NOT 'scoring.decide' = ANY (permissions);
UPDATE roles SET permissions = array_append(permissions, 'scoring.keep')
WHERE id = 'administrator' AND NOT 'scoring.keep' = ANY (permissions);
`,
};
