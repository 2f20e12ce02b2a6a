import { expect, it } from 'vitest';
import { stackInMargin } from '../../client/webviews/margin.ts';

it('notes in the margin never overlap, and stand beside their blocks where there is room', () => {
  const notes = [0, 20, 30, 400].map((offsetTop) => ({
    parentElement: { offsetTop },
    offsetHeight: 40,
    style: { top: '' },
  }));
  stackInMargin(notes);
  const places = notes.map(
    ({ parentElement, style }) => parentElement.offsetTop + Number.parseFloat(style.top),
  );
  expect([places[0], places[3]]).toEqual([0, 400]);
  for (const [at, place] of places.slice(1).entries())
    expect(place).toBeGreaterThanOrEqual((places[at] ?? 0) + 40);
});
