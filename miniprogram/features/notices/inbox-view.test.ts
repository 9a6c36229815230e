import { linkOf, noticeRow } from './inbox-view';

test('a notice says its day in words and keeps its way into the mini program', () => {
  const row = noticeRow(
    {
      noticeId: 'n1',
      topic: 'due_soon',
      title: '图书快到期了',
      body: '《活着》将于 2026-11-25 到期。',
      at: '2026-11-21T01:00:00.000Z',
      read: false,
      link: 'features/loans/pages/mine/index',
    },
    '2026-11-22',
  );
  expect(row.body).toBe('《活着》将于 11月25日 周三 到期。');
  expect(row.at).toBe('昨天 09:00');
  expect(row.link).toBe('/features/loans/pages/mine/index');
  expect(linkOf('')).toBe('');
});
