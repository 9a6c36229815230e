import { stage, textOf } from './stage';

const pageState = stage('page-state');
const bones = '[class*="bones"]';

test('loading shows bones and no words', () => {
  const comp = pageState({ state: { kind: 'loading' } });
  expect(comp.dom?.querySelector(bones)).not.toBeNull();
  expect(textOf(comp)).toBe('');
});

test('a slow network is said gently, with a way to try again', () => {
  const comp = pageState({ state: { kind: 'loading', slow: true } });
  expect(textOf(comp)).toContain('网络较慢');
  expect(textOf(comp)).toContain('重试');
});

test('offline and failed say different things; a failure shows the id to report', () => {
  expect(textOf(pageState({ state: { kind: 'offline' } }))).toContain('没有连上网络');
  const failed = textOf(pageState({ state: { kind: 'failed', requestId: 'r-42' } }));
  expect(failed).toContain('系统繁忙');
  expect(failed).toContain('r-42');
});

test('a refusal shows its reasons', () => {
  const comp = pageState({ state: { kind: 'refused', lines: [{ code: 'no_card', text: '需要读者证。' }] } });
  expect(textOf(comp)).toContain('需要读者证。');
});

test('who needs a card is offered one instead of another try', () => {
  const lines = (code: string) => [{ code, text: '不行。' }];
  expect(textOf(pageState({ state: { kind: 'refused', lines: lines('no_card') } }))).toContain('办理读者证');
  expect(textOf(pageState({ state: { kind: 'refused', lines: lines('not_yours') } }))).toContain('重新加载');
});

test('an empty page says what to do', () => {
  const comp = pageState({
    state: { kind: 'ready' },
    empty: true,
    emptyTitle: '还没有预约',
    emptyText: '在书目页预约。',
    emptyAction: '去找书',
  });
  expect(textOf(comp)).toBe('还没有预约在书目页预约。去找书');
});

test('content that is the last known one says so', () => {
  const comp = pageState({ state: { kind: 'ready', offline: true, at: Date.now() - 5 * 60_000 } });
  expect(textOf(comp)).toContain('没有网络，显示的是5 分钟前的内容');
  expect(textOf(pageState({ state: { kind: 'ready' } }))).toBe('');
});

test('the retry of a slow page reaches the page', () => {
  const comp = pageState({ state: { kind: 'loading', slow: true } });
  const heard = jest.fn();
  comp.addEventListener('retry', heard);
  comp.instance.retry();
  expect(heard).toHaveBeenCalledTimes(1);
});
