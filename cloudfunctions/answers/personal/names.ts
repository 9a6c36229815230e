import { GIVEN, NO_NAMES, SURNAMES, TWO_CHARACTER_SURNAMES } from './surnames';
import { found, type Known, type Span } from './spans';

const SURNAME = `(?:${TWO_CHARACTER_SURNAMES.join('|')}|[${SURNAMES}])`;
const HAN = String.raw`[\u4e00-\u9fa5]`;
const TITLE =
  '(?:先生|女士|小姐|老师|同学|阿姨|叔叔|大爷|大妈|大叔|奶奶|爷爷|师傅|馆长|主任|馆员|大姐|大哥|经理|医生|姐|哥|伯伯|伯|婶|总|工|警官|队长|科长|处长|老板|护士|律师|会计|书记|校长|教授|小朋友|家长|妈妈|爸爸|妈|爸|教练|姑娘|同志|嫂|奶)';

/** 张先生, 欧阳老师; 小张, 老李, 阿芳 where nothing follows that makes another word of it. */
const WITH_TITLE = new RegExp(`(${SURNAME}(?:${HAN}{1,2}?)?${TITLE})`, 'g');
const BY_NICKNAME = new RegExp(
  `(?:^|[^\\u4e00-\\u9fa5]|[找叫是给和跟请问让谢到同的帮替])([小老阿][${SURNAMES}])(?![\\u4e00-\\u9fa5])|(?:^|[，。！？,.\\s]|找|叫|给|和|跟|请|问问?|谢谢|感谢|麻烦)([小老阿][${SURNAMES}])(?=[说帮让给的在来去讲接办处答回昨今明也已先不没和叫，,。])`,
  'g',
);

/** A name is expected behind these. */
const STRONG =
  '(?:我的?名字[是叫]?|我叫|我姓名|姓名(?:[是为]|写的?是?)?|名叫|名字(?:[是叫为]|写的?是?)?|叫做|真名|大名|收件人|收书人|收货人|联系人|经办人|代办人|监护人|持证人|借阅人|借书人|申请人|报名人|填表人|本人|署名|户名|落款|全名|证书上请?写|捐赠人|尊敬的|名单|签到|成员|[二三四五六七八两几]个人?[:：])(?:[是叫为]|[:：\\s“"「]){0,3}';
const OF_FAMILY =
  '(?:我[爸妈爷奶公婆姐哥弟妹叔姨舅]|老[爸妈公婆]|太太|我先生|外教|班的|高[一二三]|初[一二三]|报名的?有|有|给|找一?下|帮|替|孩子|小孩|儿子|女儿|宝宝|弟弟|妹妹|哥哥|姐姐|爸爸|父亲|妈妈|母亲|老公|丈夫|老婆|妻子|爱人|爷爷|奶奶|外公|外婆|姥姥|姥爷|孙子|孙女|外孙|同学|同事|室友|舍友|朋友|闺蜜|邻居|读者|馆员|志愿者|家长|学生|值班员|组长|班主任|客服|管理员|表弟|表妹|侄子|侄女|外甥|导师|班长|亲戚|男友|女友|男朋友|女朋友)(?:[是叫为]|名叫|[:：\\s“"]){0,2}';
const WEAK =
  '(?:我是|这是|这里是|我们?找|找|帮|替|给|和|跟|转给|转告|告诉|交给|请|代|让|问一?下?|谢谢|感谢|麻烦|联系|叫|是|由|被|向|以|用|为|写成|改成|登记成|登记的?是|打成|认识|通知|[，。！？,.!?;；：:\\s]|^)';

interface NamePattern {
  pattern: RegExp;
  /** Both characters must be of those that given names are made of. */
  plausible: boolean;
  behind: RegExp;
}

const ENDS =
  /^(?:$|[^\u4e00-\u9fa5]|[的了吗呢吧啊是在和跟与同及、这那也都要想来去说把被给还已刚从有没不就用替帮等借预办登接住书今昨本自身电手微联出个先应读拿让写九十八七六五说找看听做为留各两三四打带])/;
/** What only a person has or is told to. */
const OF_A_PERSON =
  /^(?:[,，、:：\s（(]*(?:电话|手机|身份证|证号|卡号|读者证|家住|住在?|微信|邮箱|QQ|qq|\+?\d{6,}|男|女|今年|\d{1,2} ?岁)|的(?:QQ|qq|读者证|借书证|借阅证|证|卡|账[号户]|帐[号户]|电话|手机|身份证|预约|罚款|押金|地址|生日|名字|姓名|名下|家长|妈妈|爸爸|孩子|借阅|密码|书(?:到期|逾期|还|到了|丢)|邮箱|微信|信息|护照)|本人|收$|代收|代[领借还办]|名下|这个名字|的名义|[:：]我|[您你]好|读者|说[她他]的)/;
const PATTERNS: readonly NamePattern[] = [
  { pattern: leading(STRONG), plausible: false, behind: ENDS },
  { pattern: leading(OF_FAMILY), plausible: true, behind: ENDS },
  {
    pattern: leading(
      '(?:我是|这是|这里是|转给|转告|告诉|交给|谢谢|感谢|联系|麻烦|我们?找|请找?|通知|登记成|登记的?是|写成|打成|改成)',
    ),
    plausible: true,
    behind: ENDS,
  },
  { pattern: leading(WEAK), plausible: false, behind: OF_A_PERSON },
];

function leading(words: string): RegExp {
  return new RegExp(`${words}(?=(${SURNAME}))`, 'g');
}

/** Writers are no readers: their names belong to the question. */
const OF_A_WRITER =
  /^(?:老师|先生|女士|教授)?(?:的?(?:《|那?[几一]?[本部套]?(?:新书|书(?!到|逾期|丢|还|已|怎|在|什么时候|能|可以|借|找|没|超|[，。！？,.]|$)|小说|作品|诗|散文|文集|全集|选集|著作|译本|传记?|童话|漫画|绘本|杂文|随笔|代表作))|著|写的|写过|编著|编的|译|主编|画的|讲的|论|年谱|研究|评传|讲座)/;
const BEFORE_A_WRITER =
  /(?:作者|著者|译者|编者|主编|作家|诗人|画家|学者|翻译家|导演|作家叫|原著|主讲人?|嘉宾)[是叫:：\s]{0,2}$|》(?:的作者)?[,，\s（(]{0,2}$/;
/** 先生 and 老师 of writers that everybody calls so. */
const CALLED_SO = /^(?:鲁迅|叶圣陶|季羡林|钱穆|钱钟书|钱锺书|杨绛|巴金|老舍|冰心|陈寅恪|胡适|梁漱溟|金庸)/;

export function names(text: string, known: Pick<Known, 'names'>): Span[] {
  const ofTalk = [...new Set(known.names.map((name) => name.trim()))]
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length)
    .flatMap((name) => everywhere(text, name));
  const said = PATTERNS.flatMap((pattern) => behindWords(text, pattern));
  const listed = said.flatMap((span) => listedWith(text, span));
  const one = [...said, ...listed, ...foreignNames(text)];
  const others = [...one, ...againIn(text, one), ...titled(text)];
  return [...ofTalk, ...others.filter((span) => !isWriter(text, span))];
}

const ALSO = new RegExp(`^(?:[、，,\\s]|和|与|以及)+(?=(${SURNAME}))`);

/** 唐杰、许诺和韩梅: those who stand in one list with somebody. */
function listedWith(text: string, first: Span): Span[] {
  const spans: Span[] = [];
  for (let at = first.to; ;) {
    const match = ALSO.exec(text.slice(at));
    if (!match) return spans;
    const from = at + match[0].length;
    const surname = match[1]!;
    const length = givenLength(text.slice(from + surname.length), true, ENDS);
    if (length === 0 || NO_NAMES.some((word) => text.startsWith(word, from))) return spans;
    at = from + surname.length + length;
    spans.push({ from, to: at, kind: 'name' });
  }
}

const DOTTED =
  /[\u4e00-\u9fa5]{2,12}?(?:·[\u4e00-\u9fa5]{2,6}?)+(?=[^\u4e00-\u9fa5·]|$|[的要想说来还借在是先女小和也都]|老师|同学)/g;
const TWO_WORDS = /[A-Z][a-z]+(?: [A-Z][a-z]+)+/g;
const LEADS_TO_FOREIGN =
  /^.*(?:我叫|我是|叫|联系人|收件人|姓名[是:：]?|读者|找|给|帮|替|请|同事|同学|朋友|转告|通知|外教|交换生)/;
const SAYS_WHO =
  /(?:name is|I'm|I am|this is|叫|我是|同事|同学|朋友|读者|外教|交换生|联系人|姓名[是:：]?)\s*$/i;
const TITLED = /^\s*(?:先生|女士|小姐|同学|老师)/;

/** 次仁·卓玛 and John Smith, where something tells that they are no writers. */
function foreignNames(text: string): Span[] {
  const spans = [...found(text, DOTTED, 'name'), ...found(text, TWO_WORDS, 'name')];
  return spans.flatMap(({ from, to, kind }) => {
    const lead = LEADS_TO_FOREIGN.exec(text.slice(from, text.indexOf('·', from)))?.[0].length ?? 0;
    const rest = text.slice(to);
    const isSomebody =
      lead > 0 || SAYS_WHO.test(text.slice(0, from)) || TITLED.test(rest) || OF_A_PERSON.test(rest);
    return isSomebody ? [{ from: from + lead, to, kind }] : [];
  });
}

/** Whoever was named once is meant wherever the name stands. */
const againIn = (text: string, spans: readonly Span[]): Span[] =>
  [...new Set(spans.map(({ from, to }) => text.slice(from, to)))].flatMap((name) => everywhere(text, name));

const everywhere = (text: string, name: string): Span[] =>
  found(text, new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), 'g'), 'name');

const isWriter = (text: string, { from, to }: Span): boolean =>
  OF_A_WRITER.test(text.slice(to)) ||
  BEFORE_A_WRITER.test(text.slice(0, from)) ||
  CALLED_SO.test(text.slice(from, to)) ||
  isInTitle(text, from);

/** Within 《》. */
const isInTitle = (text: string, at: number): boolean =>
  text.lastIndexOf('《', at) > text.lastIndexOf('》', at);

function titled(text: string): Span[] {
  return [...found(text, WITH_TITLE, 'name'), ...nicknames(text)].filter(({ from, to }) => {
    const name = text.slice(from, to);
    return !NO_NAMES.some((word) => name.startsWith(word) || text.startsWith(word, from - 1));
  });
}

const nicknames = (text: string): Span[] =>
  [...text.matchAll(BY_NICKNAME)].map((match) => {
    const name = (match[1] ?? match[2])!;
    const from = match.index + match[0].lastIndexOf(name);
    return { from, to: from + name.length, kind: 'name' as const };
  });

function behindWords(text: string, { pattern, plausible, behind }: NamePattern): Span[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const from = match.index + match[0].length;
    const surname = match[1]!;
    if (NO_NAMES.some((word) => text.startsWith(word, from))) return [];
    const length = givenLength(text.slice(from + surname.length), plausible, behind);
    return length === 0 ? [] : [{ from, to: from + surname.length + length, kind: 'name' as const }];
  });
}

/** How many characters of the rest are a given name: two, one or none. */
function givenLength(rest: string, plausible: boolean, behind: RegExp): number {
  for (const length of [2, 1]) {
    const given = rest.slice(0, length);
    if (given.length < length || !/^[\u4e00-\u9fa5]+$/.test(given)) continue;
    if (NOT_GIVEN.test(given)) continue;
    if (plausible && ![...given].every((character) => GIVEN.has(character))) continue;
    if (behind.test(rest.slice(length))) return length;
  }
  return 0;
}

/** What ends a name or never stands in one. */
const NOT_GIVEN =
  /[的了吗呢吧是我你您他她它这那哪什么怎不没还借书卡证号和跟与在要想有能把被给让到去来说问请找谢电话手机]|先生|女士|老师|同学|微信|身份/;
