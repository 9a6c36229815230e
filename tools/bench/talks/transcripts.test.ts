import { emptyTranscript, findingsOf, noteSeen, type Transcript } from './transcripts';

const talk = (): Transcript => ({
  ...emptyTranscript(),
  sent: [
    { from: 'reader', text: 'r1', at: 0 },
    { from: 'staff', text: 's1', at: 10 },
    { from: 'reader', text: 'r2', at: 20 },
  ],
});

test('a talk in which everything arrived has no findings, and its delays are those of the other side', () => {
  const transcript = talk();
  noteSeen(transcript, 'staff', ['r1', 's1', 'r2'], 120);
  noteSeen(transcript, 'reader', ['r1', 's1', 'r2'], 60);
  expect(findingsOf(transcript, ['r1', 's1', 'r2'])).toEqual({ lost: 0, doubled: 0, outOfOrder: 0 });
  noteSeen(transcript, 'reader', ['s1'], 40, true);
  expect(transcript.delays).toEqual({ staff: [120, 100], asking: [50], hearing: [30] });
});

test('what is lost, doubled or in another order is found', () => {
  expect(findingsOf(talk(), ['r1', 's1'])).toMatchObject({ lost: 1 });
  expect(findingsOf(talk(), ['r1', 's1', 's1', 'r2'])).toMatchObject({ doubled: 1 });
  expect(findingsOf(talk(), ['r2', 's1', 'r1'])).toMatchObject({ outOfOrder: 1 });
  const transcript = talk();
  noteSeen(transcript, 'staff', ['r2', 'r1', 'r1'], 9);
  expect(findingsOf(transcript, ['r1', 's1', 'r2'])).toEqual({ lost: 0, doubled: 1, outOfOrder: 1 });
});
