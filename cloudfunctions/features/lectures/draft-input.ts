import * as v from 'valibot';
import { aLine, aText, someLines, anId } from '../../kernel/validate';

const anInstant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, '时间格式不对'),
);
export const aMoment = v.nullable(anInstant);
const A_DAY = 86_400;
const seconds = v.pipe(v.number(), v.minValue(0, '时间不对'), v.maxValue(A_DAY, '时间不对'));
const aList = <S extends v.GenericSchema>(item: S, most: number) =>
  v.pipe(v.array(item), v.maxLength(most, `最多 ${most} 条`));
const said = (longest: number) => v.strictObject({ text: aText(longest), at: seconds });

/** A file of the cloud's storage, or an address over https; what it plays is known by its ending. */
const aFilm = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(500, '地址太长'),
  v.regex(
    /^(cloud:\/\/[\w.-]+\/\S+|https:\/\/[^\s@]+)\.(mp4|m4v|mov|m3u8)(\?\S*)?$/i,
    '回放应是 mp4 或 m3u8，地址以 cloud:// 或 https:// 开头',
  ),
);
const anIdOfChannels = v.pipe(v.string(), v.trim(), v.regex(/^[\w/+=.-]{0,300}$/, '视频号编号不对'));
const aChannelFilm = v.pipe(
  v.strictObject({
    source: v.literal('channel'),
    finderUserName: anIdOfChannels,
    feedId: anIdOfChannels,
    feedToken: anIdOfChannels,
  }),
  v.check(
    ({ finderUserName, feedId, feedToken }) => feedToken !== '' || (finderUserName !== '' && feedId !== ''),
    '视频号要有视频号 ID 和视频 ID，或者 feed-token',
  ),
);

/** A recap as its editor sends it. */
export const DRAFT = {
  title: aText(60),
  speaker: aLine(60),
  speakerAbout: someLines(500),
  heldAt: anInstant,
  duration: seconds,
  lead: someLines(200),
  keyPoints: aList(said(300), 20),
  quotes: aList(said(120), 20),
  chapters: aList(v.strictObject({ title: aText(40), at: seconds }), 40),
  replay: v.variant('source', [
    v.strictObject({ source: v.literal('none') }),
    v.strictObject({ source: v.literal('file'), fileId: aFilm }),
    aChannelFilm,
  ]),
  titleIds: aList(anId, 30),
  quiz: aList(
    v.strictObject({
      question: aText(120),
      choices: v.pipe(aList(aText(60), 6), v.minLength(2, '至少两个选项')),
      right: v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(5)),
      why: aLine(200),
    }),
    3,
  ),
};
