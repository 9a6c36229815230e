import type { CallPage, WorkSignature, WorkWords } from '../../../typings/contract';
import { signaturesFor, takesWords } from './call-view';

/** What a work is begun with: as it was left, or nothing. */
export interface WritingView {
  callTitle: string;
  takes: CallPage['takes'];
  hint: string;
  longest: number;
  /** Pictures that it may have. */
  pictures: number;
  hasText: boolean;
  isContest: boolean;
  wasSent: boolean;
  words: WorkWords;
  signature: WorkSignature;
  /** The ways to sign it. */
  signatures: ReturnType<typeof signaturesFor>;
  /** Why it cannot be sent any more. */
  closed: boolean;
}

export const writingView = (call: CallPage): WritingView => {
  const { own, takes } = call;
  return {
    callTitle: call.title,
    takes,
    hint: takesWords(call),
    longest: call.longest,
    pictures: takes === 'pictures' || takes === 'text_and_pictures' ? call.pictures : 0,
    hasText: takes === 'text' || takes === 'text_and_pictures',
    isContest: call.kind === 'contest',
    wasSent: own !== null && own.sent !== null,
    words: own?.draft ?? { title: '', text: '', media: [] },
    signature: own?.sent
      ? { publish: own.publish, signedAs: own.signedAs, penName: own.penName }
      : { publish: true, signedAs: 'masked', penName: own?.penName ?? '' },
    signatures: signaturesFor(call),
    closed: call.because.length > 0,
  };
};
