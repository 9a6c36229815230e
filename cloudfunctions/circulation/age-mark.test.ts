import { ageOfMark } from './age-mark';

describe('an age mark', () => {
  it.each([
    ['FSK 16', 16],
    ['PEGI 16', 16],
    ['Age 16', 16],
    ['K16', 16],
    ['pegi-12', 12],
    ['16+', 16],
    ['16岁以上', 16],
    ['１６＋', 16],
    ['适合 6 周岁及以上儿童', 6],
    ['12岁（含）以上', 12],
    ['18禁', 18],
    ['未满18周岁请勿阅读', 18],
    ['6岁起', 6],
    ['USK 12, PEGI 16', 16],
  ])('%s is %i', (text, age) => expect(ageOfMark(text)).toBe(age));
  it.each(['', '共16册', '第 16 卷', '3+1 练习', '160页', '6岁以下', 'K163', '2016'])('%s is none', (text) =>
    expect(ageOfMark(text)).toBe(0),
  );
});
