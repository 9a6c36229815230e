import { EMPTY, formOf, remarksFrom, remarksOn, wordsOf, type ResourceForm } from './form';

const aForm = (changes: Partial<ResourceForm> = {}): ResourceForm => ({
  ...EMPTY,
  name: '期刊库',
  url: 'https://www.ncpssd.cn',
  ...changes,
});

it('steps stand a line each, subjects between commas of any kind, each once', () => {
  const words = wordsOf(aForm({ guide: '注册\n\n 登录 \n', subjects: '期刊，论文、期刊; 社科' }));
  expect(words.guide).toEqual(['注册', '登录']);
  expect(words.subjects).toEqual(['期刊', '论文', '社科']);
});

it('what was saved comes back as it was typed', () => {
  const words = wordsOf(aForm({ guide: '注册\n登录', subjects: '期刊，论文' }));
  const saved = { ...words, resourceId: 'r', shown: true, changedAt: '' };
  expect(wordsOf(formOf(saved))).toEqual(words);
});

it('what cannot be right is told at its field', () => {
  expect(remarksOn(aForm())).toEqual({});
  expect(remarksOn(aForm({ name: ' ' })).name).toBe('请填写名称');
  expect(remarksOn(aForm({ url: 'http://a.cn' })).url).toBe('网址应以 https:// 开头');
  expect(remarksOn(aForm({ url: '' })).url).toBe('馆外可用的资源要填网址');
  expect(remarksOn(aForm({ url: '', access: 'in_library' }))).toEqual({});
  expect(remarksOn(aForm({ guide: '一步\n'.repeat(13) })).guide).toBe('最多 12 步，现在有 13 步');
  expect(remarksOn(aForm({ guide: `短\n${'长'.repeat(201)}` })).guide).toContain('第 2 步');
  expect(remarksOn(aForm({ subjects: 'a,b,c,d,e,f,g,h,i' })).subjects).toBe('最多 8 个主题');
});

it('what the library found is said at the field that it stands in', () => {
  expect(
    remarksFrom([
      { path: 'input.guide.3', message: '最多 200 个字' },
      { path: 'input.url', message: '网址不对' },
      { path: 'requestId', message: '…' },
    ]),
  ).toEqual({ guide: '最多 200 个字', url: '网址不对' });
});
