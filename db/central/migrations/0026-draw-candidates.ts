import type { Migration } from '../migration.ts';

/** What a draw was made from, in parts: one value of a month's calls outgrows what the database takes as one. */
export const drawCandidates: Migration = {
  id: 26,
  name: 'draw candidates',
  sql: `
CREATE TABLE scoring_draw_candidates (
  draw_id uuid NOT NULL REFERENCES scoring_draws,
  part int NOT NULL,
  -- As they were then, by call, so that the draw can be made again.
  candidates jsonb NOT NULL,
  PRIMARY KEY (draw_id, part)
);
INSERT INTO scoring_draw_candidates SELECT id, 0, candidates FROM scoring_draws;
ALTER TABLE scoring_draws DROP COLUMN candidates;
`,
};
