import type { Span } from './spans';

const HAN = String.raw`[\u4e00-\u9fa5]`;
const NUMBER = String.raw`(?:[\dA-Za-z]{1,5}(?:[-—－~][\dA-Za-z]{1,5}){0,3}|[一二三四五六七八九十百零〇]{1,5}|[甲乙丙丁])`;
const REGION = String.raw`(?:${HAN}{2,7}?(?:省|自治区|自治州|市|区|县|旗|镇|乡|街道))`;
const STREET = String.raw`(?:${HAN}{1,8}?(?:大道|大街|胡同|新村|小区|社区|花园|花苑|公寓|广场|大厦|家园|山庄|公馆|雅苑|嘉园|名苑|家属院|宿舍|东路|西路|南路|北路|中路|路|街|巷|弄|里|村|苑|城|庭|府|园|湾|院|坊))`;
const HOUSE = String.raw`(?:[ ]?第?${NUMBER}[ ]?(?:号院|号楼|弄|号|幢|栋|座|单元|室|楼|层|组|户|房|支弄)(?:之${NUMBER})?)`;
/** 6-1-1203: house, entrance and door. */
const CHAIN = String.raw`(?:[ ]?\d{1,4}(?:-\d{1,4}){1,3})?`;
const ROOM = String.raw`(?:[ -]?\d{3,4}(?!\d|[元本册页年]))?`;

/** A street or an estate with a number; a house with its door; where somebody says to live. */
const WITH_NUMBER = new RegExp(
  `(?:${REGION}|${STREET}){0,6}${STREET}(?:[东西南北中]区)?${HOUSE}{1,5}(?:${HAN}{2,8}(?:大厦|广场|名邸|公寓|花园|小区|苑|城|楼|家园|府|中心))?(?:${HOUSE}{1,4})?${ROOM}${CHAIN}`,
  'g',
);
const DOOR = new RegExp(
  `(?<!${HAN}(?:路|街))(?:${NUMBER}[ ]?(?:幢|栋|号楼|座)[ ]?(?:${NUMBER}[ ]?单元[ ]?)?${NUMBER}[ ]?(?:室|房|户)|${NUMBER}[ ]?(?:幢|栋|号楼)[ ]?(?:${NUMBER}[ ]?单元[ ]?(?:${NUMBER}(?:室|房|户)?)?|\\d{3,4}(?:室|房)?)|${NUMBER}单元\\d{3,4}室?)`,
  'g',
);
const LIVES = new RegExp(
  `(?:住在|家住|家在|搬到了?|搬去了?|住址[是为:：]?|地址[是为:：]?|住|寄到|寄往|送到|送往)[ ]?((?:${REGION}{1,4}${STREET}{0,2}|${STREET}{1,2})${HOUSE}{0,5}${ROOM})(?!的?(?:图书|分|总|文化|服务|借|社区图))`,
  'g',
);
/** Words before an address that the pattern would take for a part of it. */
const BEFORE =
  /^.*(?:住在|家住|家在|搬到了?|搬去了?|地址(?:写的)?[是为]?|住址[是为]?|寄到|寄往|寄去|寄给|送到|送往|送去|位于|快递到|邮寄到|发到|改成|改为|填的?是?|写的?是?|现在在|我们?家|目前在|老家在?|单位在|公司在|学校在|住|在|到|是|去|从|来自|给|请|往|换成|搬成)/;
/** Streets of no house: a line, a way of doing, what is in the library. */
const NO_PLACE =
  /^(?:线路|思路|网路|道路|电路|公路|铁路|半路|一路|下一?楼|那里|这里|哪里|馆里|家里|里|手里|包里|书里|屋里|城|村|园|府|院)$|图书馆|分馆|总馆|阅览|书架|公交|地铁|本馆|服务台/;
const NO_HOME = /^(?:这|那|哪|图书|你们|馆|前台|服务|学校附近|附近|外地|很远|乡下)/;

export function addresses(text: string): Span[] {
  const matches = [...text.matchAll(WITH_NUMBER), ...text.matchAll(LIVES)].flatMap((match) => {
    const whole = match[1] ?? match[0];
    const from = match.index + match[0].lastIndexOf(whole);
    const lead = BEFORE.exec(whole.slice(0, leadLength(whole)))?.[0].length ?? 0;
    const part = whole.slice(lead);
    return part.length < 4 || NO_PLACE.test(part) || NO_HOME.test(part)
      ? []
      : [{ from: from + lead, to: from + whole.length, kind: 'address' as const }];
  });
  const doors = [...text.matchAll(DOOR)].map(({ 0: door, index }) => ({
    from: index,
    to: index + door.length,
    kind: 'address' as const,
  }));
  return joined([...matches, ...doors].sort((a, b) => a.from - b.from || b.to - a.to));
}

/** The words up to the first number. */
const leadLength = (text: string): number => {
  const at = text.search(/\d/);
  return at < 0 ? text.length : at;
};

/** Parts that touch are one address: 人民路 12 号 and 3 幢 502 室. */
function joined(spans: readonly Span[]): Span[] {
  const rows: Span[] = [];
  for (const span of spans) {
    const last = rows.at(-1);
    if (last && span.from <= last.to + 1) last.to = Math.max(last.to, span.to);
    else rows.push({ ...span });
  }
  return rows;
}
