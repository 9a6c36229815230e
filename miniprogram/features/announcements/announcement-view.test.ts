import { reachRows } from './announcement-view';

const told = {
  ...{ told: 12, sent: 3, inDigest: 0, waiting: 0, notSubscribed: 6, switchedOff: 1, outdated: 0, failed: 2 },
  why: [{ error: '45168 sensitive word', readers: 2 }],
};

test('who has it in the inbox comes first, and nothing that happened to nobody', () => {
  expect(reachRows(told).map(({ name, readers }) => `${name} ${readers}`)).toEqual([
    '在“消息”里收到 12',
    '微信提醒已发 3',
    '读者没有允许 6',
    '读者关了这类提醒 1',
    '未能发布 2',
  ]);
});

test('why a message did not go is said in words', () => {
  expect(reachRows(told).at(-1)?.note).toBe('有微信不让发的词（2）');
});
