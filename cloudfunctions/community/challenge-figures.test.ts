import { figuresOfChallenge } from './challenge-figures';

const run = (...days: string[]) => ({ days: days.map((on) => ({ on, madeUp: false })), count: days.length });

it('counts who took part, who was here each day, and who came how far', () => {
  const runs = [run('2026-12-01', '2026-12-02'), run('2026-12-02'), run()];
  const figures = figuresOfChallenge(runs, [1, 2], '2026-12-02');
  expect(figures).toMatchObject({ joined: 3, today: 2 });
  expect(figures.lately.map(({ readers }) => readers)).toEqual([0, 0, 0, 0, 0, 1, 2]);
  expect(figures.reached).toEqual([
    { step: 1, readers: 2 },
    { step: 2, readers: 1 },
  ]);
});
