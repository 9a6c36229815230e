import type { RefusalCode } from '../../typings/contract';
import type { Outcome } from './call';
import { refusalLines, type RefusalLine } from './refusals';

/**
 * Says what became of a write where the page has no better place for it. A refusal needs reading, so it is a
 * dialog that waits for a tap; true when it went through.
 */
export function tell<T>(outcome: Outcome<T>, done?: string): outcome is { kind: 'value'; value: T } {
  if (outcome.kind === 'value') {
    if (done) wx.showToast({ title: done, icon: 'success' });
    return true;
  }
  const { title, content } = words(outcome);
  wx.showModal({ title, content, showCancel: false, confirmText: '知道了' });
  return false;
}

/** Lines for a refusal-list that is shown in place; undefined when the write went through. */
export function lines<T>(outcome: Outcome<T>): RefusalLine[] | undefined {
  if (outcome.kind === 'value') return undefined;
  if (outcome.kind === 'refused') return refusalLines(outcome.refusals);
  const { title, content } = words(outcome);
  return [{ code: outcome.kind, text: `${title}。`, next: content }];
}

/** The heading over `lines`: a refusal is a no, a lost answer is not known yet. */
export function headingOf<T>(outcome: Outcome<T>, no: string): string {
  if (outcome.kind === 'offline') return '还没有收到回复';
  return outcome.kind === 'failed' ? '暂时未能办理' : no;
}

/** The library said no, and this is one of the reasons. */
export function isRefusedFor<T>(outcome: Outcome<T>, why: RefusalCode): boolean {
  return outcome.kind === 'refused' && outcome.refusals.some(({ code }) => code === why);
}

/** Worth the same tap again: the act keeps its request id, so nothing is done twice. */
export function canRetry<T>(outcome: Outcome<T>): boolean {
  return outcome.kind === 'offline' || outcome.kind === 'failed';
}

function words(outcome: Exclude<Outcome<unknown>, { kind: 'value' }>): { title: string; content: string } {
  switch (outcome.kind) {
    case 'refused': {
      const all = refusalLines(outcome.refusals).map(({ text, next }) => text + (next ?? ''));
      return { title: '暂时不能办理', content: all.join('\n') };
    }
    case 'invalid':
      return { title: '填写有误', content: outcome.fields.map(({ message }) => message).join('\n') };
    case 'failed':
      return {
        title: '系统繁忙',
        content: outcome.requestId ? `请稍后再试。编号：${outcome.requestId}` : '请稍后再试。',
      };
    case 'offline':
      return { title: '网络不通', content: '没有收到回复。网络恢复后重试即可，不会重复办理。' };
  }
}
