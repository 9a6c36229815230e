import { paragraphsOf, readCaptions } from './captions';

const read = (text: string) => readCaptions(Buffer.from(text));

it('reads WebVTT: hours left out, names, notes, styles, voices and settings', () => {
  const vtt = `WEBVTT - 讲座

NOTE 由馆员整理

STYLE
::cue { color: white }

开场
00:01.500 --> 00:04.000 align:start position:10%
<v 岑野>各位好，</v>

01:00:05.000 --> 01:00:06.250
这是 <c.loud>香樟</c> &amp; 银杏
第二行`;
  expect(read(vtt)).toEqual({
    list: [
      { at: 1.5, text: '各位好，' },
      { at: 3605, text: '这是 香樟 & 银杏 第二行' },
    ],
  });
});

it('reads SRT, also with a mark before it, Windows line ends and GB18030', () => {
  const srt =
    '\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}<i>你好</i>\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,500\r\n再见\r\n';
  const both = [
    { at: 1, text: '你好' },
    { at: 2, text: '再见' },
  ];
  expect(read(srt)).toEqual({ list: both });
  // 你好 in GB18030.
  const head = Buffer.from('1\n00:00:01,000 --> 00:00:02,000\n');
  expect(readCaptions(Buffer.concat([head, Buffer.from([0xc4, 0xe3, 0xba, 0xc3])]))).toEqual({
    list: [{ at: 1, text: '你好' }],
  });
});

it.each([
  ['', 1, 'format'],
  ['一篇讲稿，没有时间', 1, 'format'],
  ['WEBVTT\n\n00:01.000 --> 00:02.000\n好\n\n第三段话\n没有时间', 6, 'format'],
  ['1\n00:00:03,000 --> 00:00:01,000\n倒着', 2, 'time'],
  ['1\n00:00:01,000 --> 00:00:61,000\n六十一秒', 2, 'time'],
  ['1\n00:00:01,000 -> 00:00:02,000\n少一横', 1, 'format'],
  ['1\n00:00:05,000 --> 00:00:06,000\n后\n\n2\n00:00:01,000 --> 00:00:02,000\n前', 6, 'order'],
  ['1\n00:00:01,000 --> 00:00:02,000\n<i></i>', 2, 'empty'],
] as const)('a file that is none is refused with its line: %j', (text, line, why) => {
  expect(read(text)).toEqual({ line, why });
});

it('bytes that are no text are refused, and so is what is too long', () => {
  const zeros = Buffer.concat([
    Buffer.from('1\n00:00:01,000 --> 00:00:02,000\n'),
    Buffer.from([0xff, 0xff, 0xff]),
  ]);
  expect(readCaptions(zeros)).toEqual({ line: 3, why: 'characters' });
  const long = Array.from(
    { length: 5001 },
    (_, n) =>
      `00:${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')},000 --> 01:59:59,000\n好`,
  );
  expect(read(long.slice(0, 3000).join('\n\n'))).toMatchObject({ list: { length: 3000 } });
  expect(read(`00:00:01,000 --> 00:00:02,000\n${'长'.repeat(200_001)}`)).toEqual({
    line: 1,
    why: 'too_long',
  });
});

it('cues become paragraphs that end with a sentence', () => {
  const cues = [
    { at: 0, text: '先看叶子，' },
    { at: 10, text: '再看皮。' },
    { at: 30, text: '最后看时节，' },
    { at: 45, text: '记下来。' },
    { at: 60, text: 'One' },
    { at: 62, text: 'two.' },
  ];
  expect(paragraphsOf(cues)).toEqual([
    { at: 0, text: '先看叶子，再看皮。' },
    { at: 30, text: '最后看时节，记下来。' },
    { at: 60, text: 'One two.' },
  ]);
  expect(cues[0]).toEqual({ at: 0, text: '先看叶子，' });
});
