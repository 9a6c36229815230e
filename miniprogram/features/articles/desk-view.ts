import type { DeskArticle, LocalDate } from '../../../typings/contract';
import type { Output } from '../../lib/call';
import { moment } from '../../lib/dates';

const STATES: Record<DeskArticle['state'], { text: string; tone: string; icon: string }> = {
  draft: { text: '草稿', tone: 'quiet', icon: 'edit' },
  scheduled: { text: '到时发布', tone: 'soon', icon: 'clock' },
  published: { text: '已发布', tone: 'good', icon: 'check' },
  hidden: { text: '已撤下', tone: 'quiet', icon: 'close' },
};

export const stateOf = (state: DeskArticle['state']) => STATES[state];

interface DeskArticleRow {
  articleId: string;
  title: string;
  state: { text: string; tone: string; icon: string };
  changed: boolean;
  facts: string;
}

export function deskRows({ list, columns }: Output<'articleDesk.list'>, today: LocalDate): DeskArticleRow[] {
  return list.map(({ articleId, title, columnId, state, hasDraft, by, changedAt }) => ({
    articleId,
    title: title || '还没有标题',
    state: STATES[state],
    changed: hasDraft && state !== 'draft',
    facts: [
      columns.find((each) => each.columnId === columnId)?.name ?? '没有选栏目',
      by,
      moment(changedAt, today),
    ]
      .filter(Boolean)
      .join(' · '),
  }));
}
