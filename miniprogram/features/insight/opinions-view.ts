import type { LocalDate, MyCase } from '../../../typings/contract';
import { localDateOf, longDate } from '../../lib/dates';
import { SERVICE_WORDS } from '../../lib/faces';

interface OpinionRow extends MyCase {
  when: string;
  about: string;
  tone: 'good' | 'soon' | 'quiet';
  standing: string;
}

const STANDING: Record<MyCase['state'], Pick<OpinionRow, 'tone' | 'standing'>> = {
  open: { tone: 'soon', standing: '等待回复' },
  answered: { tone: 'good', standing: '已回复' },
  helped: { tone: 'good', standing: '已解决' },
  closed: { tone: 'quiet', standing: '已结束' },
};

export const opinionRows = (list: readonly MyCase[], today: LocalDate): OpinionRow[] =>
  list.map((each) => ({
    ...each,
    ...STANDING[each.state],
    when: longDate(localDateOf(each.at), today),
    about: each.service === 'other' ? '' : SERVICE_WORDS[each.service],
  }));
