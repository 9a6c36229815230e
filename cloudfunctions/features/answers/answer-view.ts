import type { DeskAnswer } from '../../../typings/contract/answers';
import type { AnswerDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';

export const deskView = (answer: AnswerDocument, { openid }: Pick<StaffContext, 'openid'>): DeskAnswer => ({
  answerId: answer._id,
  published: answer.published,
  shown: answer.shown,
  draft: answer.draft,
  draftState: answer.draftState,
  draftIsYours: answer.draftBy === openid,
  responsible: answer.responsible,
  asked: answer.asked,
  helped: answer.helped,
  changedAt: answer.changedAt,
  version: answer.version,
});
