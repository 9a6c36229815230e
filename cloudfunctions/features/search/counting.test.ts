import { countSearches } from './counting';

/** An instance of the search door, the counts that it has written, and what it has logged. */
const anInstance = ({ fails = false } = {}) => {
  const counting = countSearches();
  const written: Record<string, number> = {};
  const logged: string[] = [];
  const asked = (openid: string, seconds: number) => ({
    now: new Date(Date.parse('2026-11-22T02:00:00.000Z') + seconds * 1000).toISOString(),
    openid,
    log: (message: string) => void logged.push(message),
    db: {
      note: async (_: string, { _id, times }: { _id: string; times?: number }) => {
        if (fails) throw new Error('the database is gone');
        written[_id] = (written[_id] ?? 0) + (times ?? 0);
      },
    },
  });
  return {
    written,
    logged,
    search: (openid: string, text: string, seconds: number) => counting.count(asked(openid, seconds), text),
    question: (seconds: number) => counting.writeWhenDue(asked('o-visitor', seconds)),
  };
};

test('counts are written with whatever is asked a minute later, not before', async () => {
  const instance = anInstance();
  instance.search('o-an', '三体', 0);
  instance.search('o-bai', '三体', 30);
  await instance.question(59);
  expect(instance.written).toEqual({});
  await instance.question(60);
  expect(instance.written).toEqual({ '2026-11_三体': 2 });
});

test('the minute begins with the first count, however long nothing was searched for before', async () => {
  const instance = anInstance();
  await instance.question(0);
  instance.search('o-an', '三体', 600);
  await instance.question(601);
  expect(instance.written).toEqual({});
});

test('a reader counts once until it is written', async () => {
  const instance = anInstance();
  for (let second = 0; second < 5; second++) instance.search('o-an', '三体', second);
  await instance.question(60);
  expect(instance.written).toEqual({ '2026-11_三体': 1 });
});

test('many texts are written at once, and when the clock was set back', async () => {
  const many = anInstance();
  for (let n = 0; n < 20; n++) many.search('o-an', `书${n}`, 0);
  await many.question(1);
  expect(Object.keys(many.written)).toHaveLength(20);
  const back = anInstance();
  back.search('o-an', '三体', 0);
  await back.question(-60);
  expect(back.written).toEqual({ '2026-11_三体': 1 });
});

test('what could not be written fails no answer', async () => {
  const instance = anInstance({ fails: true });
  instance.search('o-an', '三体', 0);
  await expect(instance.question(60)).resolves.toBeUndefined();
  expect(instance.logged).toEqual(['search counts not written']);
});
