import type {
  DeskTalk,
  DeskTalkRow,
  Talk,
  TalkCardRow,
  TalkLine,
  TalkSkill,
  TalkWait,
} from '../../typings/contract/talks';
import type {
  Library,
  MediaDocument,
  ReaderDocument,
  TalkDocument,
  TalkLineDocument,
  TalkMarkDocument,
} from '../documents';
import { GUARDIAN_AGE } from '../circulation/guardian-age';
import type { LocalDate } from '../../typings/contract/shapes';
import { ageOn } from '../kernel/local-date';
import { answersIn, waitsTooLong } from '../reference/talk';
import { answers } from '../reference/turn';
import { categoryName } from './readers';

export const lineView = ({ number, from, by, text, card, at, takenBack }: TalkLineDocument): TalkLine => ({
  number,
  from,
  by,
  text,
  card,
  at,
  takenBack,
});

/** A talk for one of its sides: what the other has seen, and whether they are typing. */
export const talkView = (
  talk: TalkDocument,
  marks: TalkMarkDocument | null,
  {
    side,
    wait,
    now,
    media = [],
  }: {
    side: 'reader' | 'staff';
    wait: TalkWait | null;
    now: string;
    media?: readonly MediaDocument[];
  },
): Talk => {
  const typesUntil = (side === 'reader' ? marks?.staffTypesUntil : marks?.readerTypesUntil) ?? '';
  return {
    talkId: talk._id,
    state: talk.state,
    skill: talk.skill,
    context: talk.context,
    librarian: talk.takenByName,
    wait,
    seenByOther: (side === 'reader' ? marks?.staffSeen : marks?.readerSeen) ?? 0,
    otherTypes: typesUntil > now,
    gone: talk.gone,
    media: media.map(({ _id, state }) => ({ mediaId: _id, state })),
    faces: talk.faces,
  };
};

const lastAt = ({ lastReaderAt, lastStaffAt }: TalkDocument): string =>
  lastStaffAt > lastReaderAt ? lastStaffAt : lastReaderAt;

export const talkRow = (talk: TalkDocument, marks: TalkMarkDocument | undefined): TalkCardRow => ({
  talkId: talk._id,
  state: talk.state,
  skill: talk.skill,
  opening: talk.opening,
  lastAt: lastAt(talk),
  unseen: talk.lastFrom === 'staff' && (marks?.readerSeen ?? 0) < talk.lines,
});

export const deskTalkRow = (
  talk: TalkDocument,
  readerName: string,
  { openid, now, skills, turn }: { openid: string; now: string; skills: TalkSkill[]; turn?: string },
): DeskTalkRow => ({
  talkId: talk._id,
  state: talk.state,
  skill: talk.skill,
  opening: talk.opening,
  readerName,
  askedAt: talk.askedAt,
  lastAt: lastAt(talk),
  librarian: talk.takenByName,
  mine: talk.state === 'talking' && talk.takenBy === openid,
  invited: talk.takenBy !== openid && answersIn(talk, openid),
  unanswered: talk.lastFrom === 'reader',
  first: talk.first,
  forMe: answers({ skills }, talk.skill),
  myTurn: turn === openid,
  late: waitsTooLong(talk, now),
});

/** What helps to answer, and nothing else of the reader. */
export const deskTalkView = (
  told: Talk,
  talk: TalkDocument,
  reader: ReaderDocument | null,
  { library, today, openid }: { library: Library; today: LocalDate; openid: string },
): DeskTalk => ({
  ...told,
  askedAt: talk.askedAt,
  mine: talk.state === 'talking' && talk.takenBy === openid,
  joined: answersIn(talk, openid),
  with: talk.invited.map(({ name }) => name),
  reader: {
    name: reader?.name ?? '',
    categoryName: reader ? categoryName(library, reader.category) : '',
    child: reader ? ageOn(reader.birthDate, today) < GUARDIAN_AGE : false,
  },
});
