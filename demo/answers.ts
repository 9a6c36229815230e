import type { AnswerDocument } from '../cloudfunctions/documents';
import { addDays, instantOf } from '../cloudfunctions/kernel/local-date';
import type { LocalDate } from '../typings/contract/shapes';
import answers from './data/answers.json';
import { pick } from './chance';

/** Who wrote them. */
const WRITER = { id: 'o-staff-main', name: '许清' };

/** What the library has answered before: all of it published, some asked for often. */
export const answersOn = (today: LocalDate): AnswerDocument[] =>
  answers.map(({ id, subject, question, forms, text, links = [] }, n) => {
    const asked = pick(`asked ${id}`, 60);
    return {
      _id: id,
      published: { question, forms, subject, text, links, validUntil: null },
      shown: true,
      draft: null,
      draftState: 'none',
      draftBy: null,
      responsibleId: WRITER.id,
      responsible: WRITER.name,
      validUntil: null,
      asked,
      helped: Math.floor(asked * 0.8),
      changedAt: instantOf(addDays(today, -30 - n), '10:00'),
      version: 2,
    };
  });
