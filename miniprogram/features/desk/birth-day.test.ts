import { birthDayIn } from './birth-day';

test('a day of birth is typed as people say it', () => {
  for (const said of ['0501', '5-1', '5月1日', '05-01', ' 5.1 ', '5/1', '05 01'])
    expect(birthDayIn(said)).toBe('05-01');
});

test('what is no day of a month is none', () => {
  for (const said of ['', '13-1', '0532', '0001', '5', '20180501', '五月一日'])
    expect(birthDayIn(said)).toBeUndefined();
});
