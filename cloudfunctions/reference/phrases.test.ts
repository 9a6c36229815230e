import { faultInBraces, fieldsIn } from './phrases';

describe('a canned answer', () => {
  it('names what is to be filled in, each once, in its order', () => {
    expect(fieldsIn('{读者}您好，{分馆}今天{开放时间}开门。{分馆}见！')).toEqual([
      '读者',
      '分馆',
      '开放时间',
    ]);
    expect(fieldsIn('没有要填的')).toEqual([]);
  });
  it('with braces that do not fit is told so', () => {
    expect(faultInBraces('{分馆}欢迎您')).toBeNull();
    expect(faultInBraces('{分馆欢迎您')).toContain('成对');
    expect(faultInBraces('分馆}欢迎您')).toContain('成对');
    expect(faultInBraces('{ }欢迎您')).toContain('请写要填什么');
    expect(faultInBraces(`{${'长'.repeat(21)}}`)).toContain('最多 20 个字');
    expect(faultInBraces(`{${'长'.repeat(20)}}`)).toBeNull();
  });
});
