import type {
  CallDraft,
  CallPage,
  CallRow,
  OwnWork,
  PublishedWork,
  WorkToRead,
} from '../../typings/contract/works';
import { phaseOf } from '../community/works';
import type { CallDocument, WorkDocument } from '../documents';
import type { Context } from '../kernel/context';

export const callRow = (call: CallDocument, { now }: Pick<Context, 'now'>): CallRow => ({
  callId: call._id,
  kind: call.kind,
  title: call.title,
  phase: phaseOf(call, now),
  opensAt: call.opensAt,
  closesAt: call.closesAt,
});

const groupName = ({ groups }: Pick<CallDraft, 'groups'>, id: string): string =>
  groups.find((group) => group.id === id)?.name ?? '';

export const ownWork = (work: WorkDocument, call: CallDocument): OwnWork => {
  const result = call.results.find(({ workId }) => workId === work.workId);
  return {
    workId: work.workId,
    state: work.state,
    draft: work.draft,
    sent: work.sent,
    why: work.why,
    group: groupName(call, work.group),
    changedAt: work.changedAt,
    publish: work.publish,
    signedAs: work.signedAs,
    penName: work.penName,
    by: work.by,
    rank: result?.rank ?? null,
    prize: result?.prize ?? '',
    score: result?.score ?? null,
  };
};

export const callPage = (
  call: CallDocument,
  { own, because, mayBeNamed }: Pick<CallPage, 'because' | 'mayBeNamed'> & { own: WorkDocument | null },
  context: Pick<Context, 'now' | 'library'>,
): CallPage => {
  const { about, takes, longest, pictures, seconds, groups, criteria, prizes, dropExtremes } = call;
  return {
    ...callRow(call, context),
    ...{ about, takes, longest, pictures, seconds, groups, prizes, dropExtremes },
    criteria: criteria.map(({ name, most, weight }) => ({ name, most, weight })),
    judges: call.judges.length,
    libraryName: context.library.settings.name,
    because,
    mayBeNamed,
    own: own && !own.barred ? ownWork(own, call) : null,
  };
};

/** Characters of a text that a list shows. */
const OPENING = 90;

type Known = Omit<PublishedWork, 'opening' | 'media'>;

const known = (work: WorkDocument, call: CallDocument, me: string | null): Known => {
  const result = call.results.find(({ workId }) => workId === work.workId);
  return {
    workId: work.workId,
    title: work.sent?.title ?? '',
    by: work.by,
    group: groupName(call, work.group),
    rank: result?.rank ?? null,
    prize: result?.prize ?? '',
    mine: work.readerId === me,
  };
};

export const publishedWork = (work: WorkDocument, call: CallDocument, me: string | null): PublishedWork => ({
  ...known(work, call, me),
  opening: [...(work.sent?.text ?? '')].slice(0, OPENING).join(''),
  media: work.sent?.media.length ?? 0,
});

export const workToRead = (work: WorkDocument, call: CallDocument, me: string | null): WorkToRead => ({
  ...known(work, call, me),
  kind: call.kind,
  callId: call._id,
  callTitle: call.title,
  text: work.sent?.text ?? '',
  media: work.sent?.media ?? [],
});
