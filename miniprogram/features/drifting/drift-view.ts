import type {
  DriftAct,
  DriftLeg,
  DriftNaming,
  DriftNoteState,
  DriftPassport,
  DriftRow,
  DriftState,
  LocalDate,
} from '../../../typings/contract';
import { daysBetween, localDateOf, shortDate } from '../../lib/dates';

type Tone = 'good' | 'soon' | 'urgent' | 'accent' | 'quiet';
const STATES: Record<DriftState, { text: string; tone: Tone }> = {
  home: { text: '在馆', tone: 'quiet' },
  out: { text: '等您接走', tone: 'good' },
  held: { text: '在路上', tone: 'accent' },
  lost: { text: '失去踪影', tone: 'soon' },
  ended: { text: '已回家', tone: 'quiet' },
};

const where = ({ state, place }: Pick<DriftRow, 'state' | 'place'>): string => {
  switch (state) {
    case 'out':
      return place;
    case 'held':
      return '在一位读者手里';
    case 'home':
      return '在图书馆';
    case 'lost':
      return '谁看见了它，扫书上的码就能接走';
    case 'ended':
      return '漂流结束';
  }
};

interface DriftRowView {
  driftId: string;
  title: string;
  author: string;
  where: string;
  facts: string;
  tag: { text: string; tone: Tone };
}

const readersWords = (readers: number): string => (readers === 0 ? '还没有读者' : `${readers} 位读者`);

export const driftRows = (list: readonly DriftRow[], today: LocalDate): DriftRowView[] =>
  list.map((row) => ({
    driftId: row.driftId,
    title: row.title,
    author: row.author,
    where: where(row),
    facts: `${readersWords(row.readers)} · ${shortDate(localDateOf(row.since), today)}起`,
    tag: STATES[row.state],
  }));

export interface LegView {
  number: number;
  by: string;
  when: string;
  note: string;
  mine: boolean;
}

export const legRows = (
  legs: readonly (Omit<DriftLeg, 'mine'> & { mine?: boolean })[],
  today: LocalDate,
): LegView[] =>
  legs
    .map(({ number, by, from, to, note, mine = false }) => {
      const start = localDateOf(from);
      const days = Math.max(1, daysBetween(start, to === '' ? today : localDateOf(to)));
      return {
        ...{ number, note, mine },
        by: by || '一位读者',
        when: `${shortDate(start, today)}${to === '' ? '起，已' : '，'} ${days} 天`,
      };
    })
    .reverse();

const NOTE_STATES: Record<DriftNoteState, string> = {
  none: '',
  shown: '',
  waiting: '留言正在审看，通过后大家能看到。',
  refused: '留言没有通过审看，请修改。',
};

export interface PassportView extends DriftRowView {
  about: string;
  legs: LegView[];
  released: string;
  mine: boolean;
  hasOwn: boolean;
  noteState: string;
  own: { note: string; naming: DriftNaming; penName: string };
  acts: Partial<Record<DriftAct, boolean>>;
}

export const passportView = (it: DriftPassport, today: LocalDate): PassportView => {
  const [row] = driftRows([it], today);
  if (!row) throw new Error('no row was made');
  return {
    ...row,
    about: it.about,
    legs: legRows(it.legs, today),
    released: it.releasedAt ? `${shortDate(localDateOf(it.releasedAt), today)}从图书馆出发` : '',
    mine: it.mine,
    hasOwn: it.own !== null,
    noteState: NOTE_STATES[it.own?.noteState ?? 'none'],
    own: it.own ?? { note: '', naming: 'masked', penName: '' },
    acts: Object.fromEntries(it.acts.map((act) => [act, true])),
  };
};
