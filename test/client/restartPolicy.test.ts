import { expect, it } from 'vitest';
import { RestartPolicy } from '../../client/src/restartPolicy.ts';

it('waits longer after each crash and gives up at the fifth within three minutes', () => {
  const policy = new RestartPolicy();
  const waits = [0, 5_000, 10_000, 20_000, 40_000].map((time) => policy.crashed(time));
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, undefined]);
});

it('takes a crash three minutes after the last ones for a first one', () => {
  const policy = new RestartPolicy();
  for (const time of [0, 1_000, 2_000]) policy.crashed(time);
  expect(policy.crashed(182_000)).toBe(1_000);
});

it('begins anew once somebody asked for a start', () => {
  const policy = new RestartPolicy();
  for (const time of [0, 1_000, 2_000, 3_000, 4_000]) policy.crashed(time);
  policy.forget();
  expect(policy.crashed(5_000)).toBe(1_000);
});
