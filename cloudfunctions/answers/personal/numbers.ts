import { hasCardCheck, hasIdentityCheck, namesPlaceAndDay } from './check-digits';
import { found, type Known, type Span } from './spans';

/** Numbers and ids of people in a text whose digits and letters are of half width (`halfWidth`). */
export function personalNumbers(text: string, { cardPrefix }: Pick<Known, 'cardPrefix'>): Span[] {
  return [
    ...found(text, MAIL, 'mail'),
    ...identities(text),
    ...cardsOfLibrary(text, cardPrefix),
    ...banks(text),
    ...cardsSaid(text),
    ...mobiles(text),
    ...found(text, LANDLINE, 'phone').filter(notOfABook(text)),
    ...found(text, LOCAL_PHONE, 'phone'),
    ...found(text, CHAT_ID, 'account').filter(({ from, to }) => !NO_ID.test(text.slice(from, to))),
    ...found(text, QQ_ID, 'account'),
    ...found(text, ADDED_ID, 'account').filter(({ from, to }) => /[\d_]/.test(text.slice(from, to))),
    ...found(text, PLATE, 'plate'),
  ];
}

/** The same text, unit by unit: signs of half width, long numbers that are spelled out as digits. */
export function halfWidth(text: string): string {
  const half = text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  return half
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/[－–—‐−]/g, '-')
    .replace(/[〇零一二三四五六七八九幺]{7,}/g, (row) =>
      [...row]
        .map((sign) =>
          sign === '幺' ? '1' : String('零一二三四五六七八九'.indexOf(sign === '〇' ? '零' : sign)),
        )
        .join(''),
    );
}

const GAP = String.raw`[ \-.·]{0,2}`;
const digits = (count: string): string => String.raw`\d(?:${GAP}\d)${count}`;
const plain = (number: string): string => number.replace(/[^\dXx]/g, '').toUpperCase();

const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const IDENTITY = new RegExp(
  String.raw`(?<![\dA-Za-z])(?:${digits('{16}')}${GAP}[\dXx]|${digits('{14}')})(?![\dA-Za-z])`,
  'g',
);
const SAYS_IDENTITY = /(?:身份证|证件)[^\d]{0,12}$/;

const identities = (text: string): Span[] =>
  found(text, IDENTITY, 'identity').filter(({ from, to }) => {
    const number = plain(text.slice(from, to));
    if (SAYS_IDENTITY.test(text.slice(Math.max(0, from - 16), from))) return true;
    return (
      namesPlaceAndDay(number) &&
      (number.length === 15 || hasIdentityCheck(number)) &&
      notOfABook(text)({ from })
    );
  });

const ANY_CARD =
  /(?:读者证|借书证|借阅证|读者卡|借书卡|证件?|卡)(?:的)?号?(?:码)?(?:是|为|:|：|\s){0,3}([A-Za-z]{0,4}\d[\d -]{4,18}\d)(?![\dA-Za-z])/g;

const cardsOfLibrary = (text: string, prefix: string): Span[] =>
  prefix === ''
    ? []
    : found(text, new RegExp(`(?<![\\dA-Za-z])${[...prefix].join(GAP)}(?:${GAP}\\d){8}(?!\\d)`, 'g'), 'card');

const cardsSaid = (text: string): Span[] =>
  found(text, ANY_CARD, 'card').filter(
    ({ from }) => !/(?:银行|身份|储蓄|信用)\S{0,6}$/.test(text.slice(0, from)),
  );

const BANK = new RegExp(String.raw`(?<![\dA-Za-z])${digits('{15,18}')}(?![\dA-Za-z])`, 'g');
const SAYS_BANK = /(?:银行卡|储蓄卡|信用卡|工资卡|账号|卡号|工行|建行|农行|中行|招行|交行|邮储)[^\d]{0,8}$/;

const banks = (text: string): Span[] =>
  found(text, BANK, 'bank').filter(({ from, to }) => {
    const number = plain(text.slice(from, to));
    const says = SAYS_BANK.test(text.slice(Math.max(0, from - 14), from));
    return says || (/^[3-69]/.test(number) && hasCardCheck(number) && notOfABook(text)({ from }));
  });

const COUNTRY = String.raw`(?:\(?\+? ?(?:00)?86\)?[ -]{0,2})?`;
/** Written in one, or in groups of a phone: then no other number may lead into it. */
const MOBILE = new RegExp(String.raw`(?<![\dA-Za-z\-.])${COUNTRY}1[3-9]\d{9}(?![\dA-Za-z])`, 'g');
const SPACED_MOBILE = new RegExp(
  String.raw`(?<![A-Za-z\d]|\d[\-. ])${COUNTRY}1${GAP}[3-9]${GAP}${digits('{8}')}(?![\dA-Za-z]|-\d)`,
  'g',
);

const mobiles = (text: string): Span[] =>
  [...found(text, MOBILE, 'phone'), ...found(text, SPACED_MOBILE, 'phone')].filter(notOfABook(text));

/** 0579-88000001, （0579）8800 0001, with an extension or without. Hotlines (400, 12345) are nobody's. */
const LANDLINE =
  /(?<![\dA-Za-z\-.])(?:\+?86[ -]?)?\(?0(?:10|2\d|[3-9]\d\d)\)?[ -]{0,2}[2-9]\d{2,3}[ -]?\d{4}(?:(?:-| ?转 ?| ?分机 ?)\d{1,5})?(?![\dA-Za-z])/g;
const LOCAL_PHONE =
  /(?:电话|座机|固话|家里|办公室|单位|传真|号码|拨打?|打)(?:号码|是|为|:|：|\s){0,4}([2-8]\d{2,3}[ -]?\d{4}(?:(?:-|转)\d{1,5})?)(?![\dA-Za-z]|[元本册页年号室])/g;

const LEADS_TO_ID = String.raw`(?:(?:id|ID|号码?|账号|名|是|为|叫|加|我|的|一下|搜|:|：|\s|“|"|,|，)\s*){0,6}`;
const CHAT_ID = new RegExp(
  String.raw`(?:微信|微 信|威信|薇信|(?<![A-Za-z])(?:wx|vx|WX|VX|Wechat|WeChat|wechat|weixin|v信|V信|V|v))${LEADS_TO_ID}([A-Za-z][\w-]{4,19}|\d{5,12})(?![\w])`,
  'g',
);
/** What stands behind 微信 and is no id. */
const NO_ID = /^(?:wechat|weixin|pay|app|android|iphone|ios|cnki|isbn)$/i;
/** 加我3344556677, 改成mountain_sea9: an id that is not named as one directly. */
const ADDED_ID =
  /(?:加(?:我|个人的?|他|她)(?:好友)?[:： ]{0,2}|(?:微信|QQ|qq)[\u4e00-\u9fa5，, ]{1,10})([A-Za-z][\w-]{5,19}|[1-9]\d{5,10})(?![\w])/g;
const QQ_ID = new RegExp(String.raw`(?:QQ|qq|Qq|扣扣|球球|企鹅)群?${LEADS_TO_ID}([1-9]\d{4,10})(?!\d)`, 'g');

const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Za-hj-np-z][ ·•.-]?(?=[A-Za-z]{0,3}\d)[A-HJ-NP-Za-hj-np-z\d]{4,5}[A-HJ-NP-Za-hj-np-z\d挂学警港澳](?![\dA-Za-z])/g;

/** Barcodes, ISBNs, call numbers and orders are numbers of things. */
const OF_A_BOOK =
  /(?:条码|条形码|ISBN|isbn|ISSN|issn|CN|索书号|书号|登录号|登记号|馆藏号|财产号|订单号?|单号|流水号|编号|DOI|doi|统一书号|[¥￥])[号码是为:：\s#]{0,4}$/;
const notOfABook =
  (text: string) =>
  ({ from }: Pick<Span, 'from'>): boolean =>
    !OF_A_BOOK.test(text.slice(Math.max(0, from - 12), from));
