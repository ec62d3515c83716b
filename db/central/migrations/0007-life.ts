import type { Migration } from '../migration.ts';

/**
 * The life of an order after the call: who else may have it, what the clock has to do about it, what people are told,
 * and the dispatch catalogue. Orders from before get the empty life that the program would read into them, so that a
 * query on the document sees what the program sees.
 */
export const life: Migration = {
  id: 7,
  name: 'life',
  sql: `
-- The assisting units (协办), and who must not see the order (回避). Both are read out of the document like the other columns.
ALTER TABLE orders ADD COLUMN assisting text[] NOT NULL DEFAULT '{}';
ALTER TABLE orders ADD COLUMN recused uuid[] NOT NULL DEFAULT '{}';
-- Few orders have either: the others cost these indexes nothing.
CREATE INDEX orders_assisting ON orders USING gin (assisting) WHERE assisting <> '{}';
CREATE INDEX orders_recused ON orders USING gin (recused) WHERE recused <> '{}';
-- A caller may have been told the number of a desk that was offline.
CREATE INDEX orders_provisional ON orders ((data->>'provisionalNumber'));

-- A limit was a number of working days before there were others.
UPDATE orders SET data = jsonb_set(data, '{deadline}', (data->'deadline') - 'workingDays' || jsonb_build_object(
  'limit', (data#>>'{deadline,workingDays}') || 'wd', 'statutory', NULL, 'also', '[]'::jsonb))
WHERE data->'deadline' ? 'workingDays';
UPDATE orders SET data = data || jsonb_build_object(
  'request', '{"channel": "hotline"}'::jsonb || COALESCE(data->'request', '{}'::jsonb) || jsonb_build_object(
    'accused', '{"unitId": null}'::jsonb || COALESCE(data#>'{request,accused}', '{}'::jsonb)),
  'life', jsonb_build_object(
    'complexity', 'clear',
    'dispatchedAt', CASE WHEN data->>'mode' = 'forward' THEN data->'createdAt' ELSE 'null'::jsonb END,
    'signed', NULL,
    'firstDeadline', data->'deadline',
    'assistants', '[]'::jsonb, 'returns', '[]'::jsonb, 'extensions', '[]'::jsonb, 'replies', '[]'::jsonb,
    'result', NULL,
    'inspections', '[]'::jsonb, 'supervisions', '[]'::jsonb, 'meetings', '[]'::jsonb,
    'submission', NULL,
    'followUps', '[]'::jsonb, 'redos', '[]'::jsonb, 'reviews', '[]'::jsonb,
    'transfer', NULL, 'mergedInto', NULL, 'splitFrom', NULL,
    'recused', '[]'::jsonb, 'liability', '[]'::jsonb, 'corrections', '[]'::jsonb,
    'archived', NULL))
WHERE NOT data ? 'life';

-- What the clock has to do: one row for each order and kind (and assisting unit), set in the transaction of the command
-- that makes it so. A row that has fired stays, so that the same instant is never told twice.
CREATE TABLE timers (
  -- An order's id, or what else the clock watches: a report, the units' sign-ins.
  about text NOT NULL,
  kind text NOT NULL,
  -- The assisting unit whose own limit it is; '' for the order itself.
  unit_id text NOT NULL,
  at timestamptz NOT NULL,
  fired_at timestamptz,
  PRIMARY KEY (about, kind, unit_id)
);
CREATE INDEX timers_waiting ON timers (at) WHERE fired_at IS NULL;

CREATE TABLE notices (
  id uuid PRIMARY KEY,
  order_id uuid,
  unit_id text,
  sensitivity text NOT NULL,
  at timestamptz NOT NULL,
  data jsonb NOT NULL
);
CREATE INDEX notices_at ON notices (at);

CREATE TABLE catalogue (
  id text PRIMARY KEY,
  version int NOT NULL,
  data jsonb NOT NULL
);

INSERT INTO roles (id, name, permissions) VALUES
  ('leader', '领导', '{order.view,order.viewSecret,order.instruct,knowledge.read}'),
  ('reviewer', '复查员', '{order.view,order.viewSecret,order.review,knowledge.read}')
ON CONFLICT (id) DO NOTHING;
-- A leader of a unit signs its reports; a centre that has changed the role keeps what it has made of it besides.
UPDATE roles SET permissions = array_append(permissions, 'order.sign')
WHERE id = 'unitLeader' AND NOT 'order.sign' = ANY (permissions);
`,
};
