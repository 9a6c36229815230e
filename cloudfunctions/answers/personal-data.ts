import { addresses } from './personal/addresses';
import { names } from './personal/names';
import { halfWidth, personalNumbers } from './personal/numbers';
import { apart, type Known, type PersonalKind, type Span } from './personal/spans';

const WORDS: Record<PersonalKind, string> = {
  name: '〔姓名〕',
  phone: '〔电话〕',
  identity: '〔身份证号〕',
  bank: '〔银行卡号〕',
  address: '〔地址〕',
  account: '〔账号〕',
  mail: '〔邮箱〕',
  plate: '〔车牌号〕',
  card: '〔读者证号〕',
};

/**
 * What a text tells about people, in order. By rules: what they overlook somebody has to see, so a second
 * person reads every draft.
 */
export function personalIn(text: string, known: Known): Span[] {
  const half = halfWidth(text);
  const own = known.own.map(squeezed).filter((each) => each !== '');
  return apart([
    ...names(text, { names: known.names }),
    ...personalNumbers(half, known),
    ...addresses(half),
  ]).filter((span) => !isOwn(half, span, own));
}

/** The text with a word in the place of each span: it can still be read. */
export function withoutPersonal(text: string, spans: readonly Span[]): string {
  let left = '';
  let from = 0;
  for (const span of spans) {
    left += text.slice(from, span.from) + WORDS[span.kind];
    from = span.to;
  }
  return left + text.slice(from);
}

/** The span lies within the library's own telephone or address. */
const isOwn = (text: string, { from, to, kind }: Span, own: readonly string[]): boolean =>
  (kind === 'phone' || kind === 'address') &&
  own.some((each) => each.includes(squeezed(text.slice(from, to))));

const squeezed = (text: string): string => halfWidth(text).replaceAll(' ', '');
