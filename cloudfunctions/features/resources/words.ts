import * as v from 'valibot';
import type { ResourceWords } from '../../../typings/contract/resources';
import { aText, anId, someLines, aLine } from '../../kernel/validate';

/** What may stand in a resource. */

/** A whole address that a browser opens over https, without a name or password in it. */
export const isHttpsAddress = (text: string): boolean => {
  if (!/^https:\/\/[^\s@]+$/.test(text)) return false;
  try {
    const { hostname } = new URL(text);
    return /^([\p{L}\d-]+\.)+[\p{L}\d-]{2,}$/u.test(hostname) && !/\.\d+$/.test(hostname);
  } catch {
    return false;
  }
};

const anAddress = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(300, '最多 300 个字符'),
  v.check(
    (text) => text === '' || isHttpsAddress(text),
    '网址应以 https:// 开头，例如 https://www.ncpssd.cn',
  ),
);
const entriesOf = (longest: number, most: number, what: string) =>
  v.pipe(v.array(aText(longest)), v.maxLength(most, `最多 ${most} ${what}`));

const entries = {
  kind: v.picklist(['database', 'collection'], '没有这个类别'),
  name: aText(60),
  provider: aLine(60),
  about: someLines(1000),
  guide: entriesOf(200, 12, '步'),
  url: anAddress,
  access: v.picklist(['everywhere', 'with_card', 'in_library'], '没有这种使用范围'),
  subjects: entriesOf(12, 8, '个主题'),
  contact: aLine(80),
};

/** Outside the library there is no way to something without an address. */
const hasItsAddress = ({ access, url }: Pick<ResourceWords, 'access' | 'url'>): boolean =>
  access === 'in_library' || url !== '';

export const toSave = v.pipe(
  v.strictObject({ resourceId: v.union([v.literal(''), anId], '编号格式不对'), ...entries }),
  v.forward(v.partialCheck([['access'], ['url']], hasItsAddress, '馆外可用的资源要填网址'), ['url']),
);
