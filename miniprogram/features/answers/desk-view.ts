import type { DeskAnswer } from '../../../typings/contract';

export const LISTS = [
  { id: 'waiting', name: '待审核' },
  { id: 'draft', name: '草稿' },
  { id: 'old', name: '要再确认' },
  { id: 'published', name: '读者可见' },
  { id: 'withdrawn', name: '已撤下' },
] as const;

export type ListId = (typeof LISTS)[number]['id'];

interface DeskRow {
  answerId: string;
  question: string;
  note: string;
}

/** A row of the desk's list, and what there is to know of it. */
export function deskRow({ answerId, draft, published, responsible, asked, helped }: DeskAnswer): DeskRow {
  const words = draft ?? published;
  const until = published?.validUntil ? `有效至 ${published.validUntil}` : '';
  const counted = asked > 0 ? `${asked} 人评价，${helped} 人说解决了` : '';
  return {
    answerId,
    question: words?.question ?? '',
    note: [words?.subject, responsible, until, counted].filter(Boolean).join(' · '),
  };
}

/** What stands of an answer, in words. */
export function standingOf({ draftState, draftIsYours, published, shown }: DeskAnswer): string {
  const seen = published ? (shown ? '读者可见' : '已撤下') : '还没有发布';
  if (draftState === 'waiting') return `${seen}，${draftIsYours ? '您的修改等待同事审核' : '有修改等您审核'}`;
  return draftState === 'draft' ? `${seen}，有未送审的草稿` : seen;
}
