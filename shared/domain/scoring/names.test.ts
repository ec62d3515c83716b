import { expect, it } from 'vitest';
import { CALIBRATION_STATE_NAMES } from './calibration.ts';
import { FORM_STATE_NAMES } from './form.ts';
import { CRITERION_NAMES, PERIOD_NAMES } from './plan.ts';
import { RESULT_DEFINITIONS } from './results.ts';
import { COURSE_NAMES, SCORING_STATE_NAMES } from './scoring.ts';

it.each([
  ['states of a score', SCORING_STATE_NAMES],
  ['steps of a score', COURSE_NAMES],
  ['states of a form', FORM_STATE_NAMES],
  ['states of a calibration', CALIBRATION_STATE_NAMES],
  ['ways of drawing', CRITERION_NAMES],
  ['periods', PERIOD_NAMES],
  ['figures', Object.fromEntries(Object.entries(RESULT_DEFINITIONS).map(([figure, { name }]) => [figure, name]))],
])('%s have Chinese names, each its own', (_, names) => {
  const given = Object.values(names);
  expect(given.filter((name) => !/^[一-鿿，]+$/u.test(name))).toEqual([]);
  expect(new Set(given).size).toBe(given.length);
});
