import type {
  DeskTalk,
  DeskTalkRow,
  Talk,
  TalkCardRow,
  TalkLine,
  TalkWait,
} from '../../typings/contract/talks';
import type { Library, ReaderDocument, TalkDocument, TalkLineDocument, TalkMarkDocument } from '../documents';
import { GUARDIAN_AGE } from '../circulation/guardian-age';
import type { LocalDate } from '../../typings/contract/shapes';
import { ageOn } from '../kernel/local-date';
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
  { side, wait, now }: { side: 'reader' | 'staff'; wait: TalkWait | null; now: string },
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

export const deskTalkRow = (talk: TalkDocument, readerName: string, openid: string): DeskTalkRow => ({
  talkId: talk._id,
  state: talk.state,
  skill: talk.skill,
  opening: talk.opening,
  readerName,
  askedAt: talk.askedAt,
  lastAt: lastAt(talk),
  librarian: talk.takenByName,
  mine: talk.state === 'talking' && talk.takenBy === openid,
  unanswered: talk.lastFrom === 'reader',
  first: talk.first,
});

/** What helps to answer, and nothing else of the reader. */
export const deskTalkView = (
  talk: Talk,
  { askedAt, takenBy, state }: TalkDocument,
  reader: ReaderDocument | null,
  { library, today, openid }: { library: Library; today: LocalDate; openid: string },
): DeskTalk => ({
  ...talk,
  askedAt,
  mine: state === 'talking' && takenBy === openid,
  reader: {
    name: reader?.name ?? '',
    categoryName: reader ? categoryName(library, reader.category) : '',
    child: reader ? ageOn(reader.birthDate, today) < GUARDIAN_AGE : false,
  },
});
