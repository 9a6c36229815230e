/** Words that the stand-in finds risky, or doubtful; real judgement is WeChat's alone. */
const risky = [
  { word: '特3456书yuuo莞6543李zxcz蒜7782法fgnv级', label: 20001 },
  { word: '违规测试', label: 20001 },
];
const doubtful = [{ word: '待审测试', label: 21000 }];

/** What the stand-in thinks of a text, or of the bytes of a file. */
export function judged(text: string): { suggest: string; label: number } {
  const found = risky.find(({ word }) => text.includes(word));
  const unsure = doubtful.find(({ word }) => text.includes(word));
  const suggest = found ? 'risky' : unsure ? 'review' : 'pass';
  return { suggest, label: (found ?? unsure)?.label ?? 100 };
}
