import { act, type Outcome, type Output } from '../../lib/call';
import { newRequestId } from '../../lib/intent';

/** An answer that the library has not confirmed yet, under the id of the call that was made for it. */
interface Waiting {
  place: number;
  chosen: number[];
  requestId: string;
}

const keyOf = (eventId: string): string => `quiz-answers:${eventId}`;

export function waiting(eventId: string): Waiting[] {
  const known: unknown = wx.getStorageSync(keyOf(eventId));
  return Array.isArray(known) ? (known as Waiting[]) : [];
}

function keep(eventId: string, answers: Waiting[]): void {
  if (answers.length > 0) wx.setStorageSync(keyOf(eventId), answers);
  else wx.removeStorageSync(keyOf(eventId));
}

/** Of one question the last answer alone waits. */
export function keepAnswer(eventId: string, place: number, chosen: number[]): void {
  const others = waiting(eventId).filter((each) => each.place !== place);
  keep(eventId, [...others, { place, chosen, requestId: newRequestId() }]);
}

/** The attempt is over: what did not arrive in time counts for nothing. */
export const dropAnswers = (eventId: string): void => keep(eventId, []);

type Said = Outcome<Output<'quizzes.answer'>>;

/**
 * Sends what waits in the order of the hand; what was chosen meanwhile goes too. Ends with the last answer of
 * the library; undefined: nothing waited.
 */
export async function sendAnswers(eventId: string): Promise<Said | undefined> {
  let said: Said | undefined;
  for (let next = waiting(eventId)[0]; next; next = waiting(eventId)[0]) {
    const { place, chosen, requestId } = next;
    said = await act('quizzes.answer', { eventId, place, chosen }, requestId);
    if (said.kind !== 'value') return said;
    keep(
      eventId,
      waiting(eventId).filter((each) => each.requestId !== requestId),
    );
  }
  return said;
}
