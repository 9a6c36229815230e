import type { LocalDate, Refusal, Replayed } from '../../../../typings/contract';
import { datesInWords } from '../../../lib/dates';
import type { RefusalLine } from '../../../lib/refusals';
import { face, type Face } from '../scan-row';

/** A kept scan after the library has answered it: done as it was meant, or on the list of conflicts. */
export function arrivalFace(
  replayed: Replayed,
  today: LocalDate,
  linesOf: (refusals: Refusal[]) => RefusalLine[],
): Face {
  if (replayed.kind === 'done') {
    return face({
      state: 'replayed',
      tone: 'good',
      icon: 'check-circle',
      word: '已补办',
      big: datesInWords(replayed.outcome, today),
      title: replayed.titleName,
    });
  }
  const last = {
    code: 'conflict',
    text: '已列入冲突清单，没有强行办理。',
    next: '请到“离线冲突”写明处理结果。',
  };
  return face({
    state: 'conflict',
    tone: 'urgent',
    icon: 'alert',
    word: '有冲突',
    title: replayed.titleName,
    lines: [...linesOf(replayed.because), last],
  });
}
