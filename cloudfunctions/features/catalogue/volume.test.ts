import { volumeOf } from './volume';

test.each([
  ['红楼梦 上册', '红楼梦', '上册', 1],
  ['红楼梦（下）', '红楼梦', '下', 3],
  ['红楼梦·中', '红楼梦', '中', 2],
  ['三体. 2, 黑暗森林', '三体', '2', 2],
  ['三体Ⅱ', '三体', 'II', 2],
  ['三体Ⅲ：死神永生', '三体', 'III', 3],
  ['资治通鉴 第一卷', '资治通鉴', '第一卷', 1],
  ['资治通鉴第十二册', '资治通鉴', '第十二册', 12],
  ['全唐诗 第一百二十卷', '全唐诗', '第一百二十卷', 120],
  ['漫畫水滸傳(1)', '漫畫水滸傳', '1', 1],
  ['史记 卷三', '史记', '卷三', 3],
  ['Faust, vol. 2', 'Faust', 'vol. 2', 2],
  ['A History of England, Part II', 'A History of England', 'Part II', 2],
  ['明朝那些事儿1', '明朝那些事儿', '1', 1],
  ['哈利·波特. 第４部', '哈利·波特', '第4部', 4],
])('%s', (title, work, part, number) => {
  expect(volumeOf(title)).toEqual({ work, part, number });
});

test.each([
  '三体',
  '2001：太空漫游',
  '华氏451',
  '一九八四',
  '查令十字街84号',
  '活了100万次的猫',
  '第二十二条军规',
  '上下五千年',
  '第一哲学沉思集',
  '中国大历史',
  '设计中的设计',
])('%s names no part', (title) => {
  expect(volumeOf(title)).toMatchObject({ work: title.normalize('NFKC'), part: '', number: 0 });
});
