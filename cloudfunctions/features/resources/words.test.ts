import { leadOf } from './resource-view';
import { isHttpsAddress } from './words';

it.each(['https://www.ncpssd.cn', 'https://read.nlc.cn/user/index', 'https://图书馆.中国/馆藏?页=1'])(
  'an https address is taken: %s',
  (address) => expect(isHttpsAddress(address)).toBe(true),
);

it.each([
  'http://www.ncpssd.cn',
  'www.ncpssd.cn',
  'https://',
  'https://localhost',
  'https://192.168.1.1/a',
  'https://user:secret@www.example.org',
  'https://www.example.org/a b',
  'javascript:alert(1)',
])('anything else is not: %s', (address) => expect(isHttpsAddress(address)).toBe(false));

it('a list shows the first sentence, and no more of a long one than it has room for', () => {
  expect(leadOf('收录期刊。可以下载。')).toBe('收录期刊。');
  expect(leadOf('第一行\n第二行')).toBe('第一行');
  expect(leadOf('')).toBe('');
  expect(leadOf('长'.repeat(80))).toBe(`${'长'.repeat(60)}…`);
});
