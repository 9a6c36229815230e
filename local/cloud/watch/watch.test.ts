import { startCloud, type Cloud } from '../index';

/** What the platform pushes to a phone that watches, over the server's own address. */

const RULE = "doc.owner == auth.openid || doc.owner == 'desk'";

let cloud: Cloud;
beforeEach(async () => {
  cloud = await startCloud({
    collections: { bells: { indexes: [], access: RULE }, closed: { indexes: [], access: 'admin-only' } },
  });
});
afterEach(() => cloud.close());

type Told = { event: string; data: Record<string, unknown> };

/** Opens a watch; `next` waits for what it says next. */
const watch = async (collection: string, where: object, openid = 'o-an') => {
  const query = new URLSearchParams({ openid, collection, where: JSON.stringify(where) });
  const end = new AbortController();
  const { body } = await fetch(`${cloud.url}/client/watch?${query.toString()}`, { signal: end.signal });
  if (!body) throw new Error('nothing is pushed');
  const reader = body.getReader();
  let text = '';
  const next = async (): Promise<Told> => {
    for (;;) {
      const at = text.indexOf('\n\n');
      if (at >= 0) {
        const [, event = '', data = ''] = /^event: (.*)\ndata: (.*)$/s.exec(text.slice(0, at)) ?? [];
        text = text.slice(at + 2);
        return { event, data: JSON.parse(data) as Record<string, unknown> };
      }
      const { value } = await reader.read();
      text += new TextDecoder().decode(value);
    }
  };
  return { next, close: () => end.abort() };
};
const put = (...documents: { _id: string; owner: string; rings: number }[]) =>
  cloud.db.upsert('bells', documents);

it('says what is there, and then what has changed for this caller alone', async () => {
  await put({ _id: 'o-an', owner: 'o-an', rings: 1 });
  const { next, close } = await watch('bells', { owner: '{openid}' });
  expect(await next()).toMatchObject({ event: 'snapshot', data: { type: 'init', docs: [{ rings: 1 }] } });
  await put({ _id: 'o-bai', owner: 'o-bai', rings: 7 });
  await put({ _id: 'o-an', owner: 'o-an', rings: 2 });
  const { data } = await next();
  expect(data).toMatchObject({ docs: [{ _id: 'o-an', rings: 2 }], docChanges: [{ queueType: 'update' }] });
  expect(data['type']).toBeUndefined();
  close();
});

it.each([
  ['another’s document', 'bells', { owner: 'o-bai' }],
  ['everybody’s documents', 'bells', {}],
  ['a collection that is closed to clients', 'closed', { owner: 'o-an' }],
])('refuses %s', async (_what, collection, where) => {
  const { next } = await watch(collection, where);
  expect(await next()).toMatchObject({ event: 'dead', data: { errCode: -502003 } });
});

it('holds as many watches as a small plan does, and one more when one is closed', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => watch('bells', { owner: 'desk' })));
  expect((await all[0]?.next())?.event).toBe('snapshot');
  const over = await watch('bells', { owner: 'desk' });
  expect(await over.next()).toMatchObject({ event: 'dead', data: { errCode: -402002 } });
  all[1]?.close();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const again = await watch('bells', { owner: 'desk' });
  expect((await again.next()).event).toBe('snapshot');
  for (const one of [...all, again]) one?.close();
});
