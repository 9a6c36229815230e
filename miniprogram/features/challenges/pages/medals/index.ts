import type { LocalDate, Medal } from '../../../../../typings/contract';
import { longDate } from '../../../../lib/dates';
import { none } from '../../../../lib/screen/empty';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';

interface MedalRow {
  title: string;
  words: string;
}

const WORDS: Record<Medal['kind'], string> = { quiz: '知识竞答', challenge: '阅读打卡' };

const shown = ({ list }: { list: Medal[] }, today: LocalDate) => ({
  list: list.map(({ title, kind, step, on }): MedalRow => ({
    title,
    words: `${WORDS[kind]}${step > 0 ? ` · 满 ${step} 天` : ''} · ${longDate(on, today)}`,
  })),
});

/** What one's results were worth. */
Page(screen([loads('medals.mine', shown)], { data: { list: none<MedalRow>() } }));
