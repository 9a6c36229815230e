import type {
  DeskProfile,
  LocalDate,
  Profile,
  ProfileFind,
  ProfileTerms,
  ProfileWhen,
  ProfileWhy,
} from '../../../typings/contract';
import { moment } from '../../lib/dates';
import { kindNames, languageName } from '../../lib/record-words';

export const WHENS: { id: ProfileWhen; name: string; hint: string }[] = [
  { id: 'weekly', name: '每周一次', hint: '周一早上汇总' },
  { id: 'at_once', name: '有就通知', hint: '编目后十来分钟' },
  { id: 'off', name: '先停', hint: '不再查找' },
];

/** What a profile looks for, in a line. */
export const termsWords = ({ words, classes, authors, languages, kinds }: ProfileTerms): string =>
  [
    words.join('、'),
    authors.length > 0 && `作者 ${authors.join('、')}`,
    classes.length > 0 && `${classes.join('、')} 类`,
    languages.map(languageName).join('、'),
    kinds.map((kind) => kindNames[kind]).join('、'),
  ]
    .filter(Boolean)
    .join(' · ');

interface ProfileRow {
  profileId: string;
  name: string;
  terms: string;
  facts: string;
  tag: { text: string; tone: 'good' | 'quiet' } | null;
}

export const profileRow = (profile: Profile, today: LocalDate): ProfileRow => ({
  profileId: profile.profileId,
  name: profile.name,
  terms: termsWords(profile.terms),
  facts: [
    WHENS.find(({ id }) => id === profile.when)?.name,
    profile.lastFindAt ? `最近 ${moment(profile.lastFindAt, today)}` : '还没有新到',
  ]
    .filter(Boolean)
    .join(' · '),
  tag:
    profile.when === 'off'
      ? { text: '已停', tone: 'quiet' }
      : profile.fresh > 0
        ? { text: `${profile.fresh} 种新到`, tone: 'good' }
        : null,
});

const WHY: Record<ProfileWhy['by'], (text: string) => string> = {
  word: (text) => `含“${text}”`,
  author: (text) => `作者 ${text}`,
  class: (text) => `${text} 类`,
  librarian: (text) => `${text}为您挑选`,
};

interface FindRow {
  findId: string;
  titleId: string;
  title: string;
  by: string;
  why: string;
  note: string;
}

export const findRows = (list: readonly ProfileFind[], today: LocalDate): FindRow[] =>
  list.map(({ findId, titleId, title, by, year, why, note, at }) => ({
    findId,
    titleId,
    title,
    by: [by, year].filter(Boolean).join('，'),
    why: [...why.map((each) => WHY[each.by](each.text)), moment(at, today)].join(' · '),
    note,
  }));

export const deskProfileRow = (
  { profileId, name, terms, readerName, lastFindAt }: DeskProfile,
  today: LocalDate,
) => ({
  profileId,
  name,
  facts: [readerName, termsWords(terms)].filter(Boolean).join(' · '),
  last: lastFindAt ? `最近 ${moment(lastFindAt, today)}` : '还没有新到',
});
