import type { AnswerDraft } from '../../../typings/contract';
import { ask, type Outcome } from '../../lib/call';

/** What a talk taught, as a draft: the library takes out what is personal, and says what it took. */
export async function draftOf(talkId: string): Promise<Outcome<AnswerDraft>> {
  const shown = await ask('talkDesk.show', { talkId });
  if (shown.kind !== 'value') return shown;
  const { talk, lines } = shown.value;
  const said = lines.flatMap(({ from, text }) =>
    (from === 'reader' || from === 'staff') && text !== '' ? [{ from, text }] : [],
  );
  const names = [talk.reader.name, talk.librarian].filter((name) => name !== '');
  return ask('answerDesk.fromTalk', { lines: said, names });
}
