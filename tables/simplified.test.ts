import { Converter } from 'opencc-js/t2cn';
import { fold, squeeze } from '../cloudfunctions/search/fold';
import { simplified } from '../cloudfunctions/search/simplified';

jest.setTimeout(60_000);

const convert = Converter({ from: 't', to: 'cn' });

test('the table says what the converter says, for every common character', () => {
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCodePoint(code);
    const converted = convert(character);
    if (converted.length === 1) expect(simplified.get(character) ?? character).toBe(converted);
  }
});

test('whole titles fold as the converter writes them', () => {
  for (const title of ['紅樓夢', '資治通鑑', '國寶熊貓', '數學親親', '時間簡史', '龍應臺']) {
    expect(fold(title)).toBe(fold(convert(title)));
  }
  expect(squeeze('《紅樓夢》：脂硯齋　重評')).toBe('红楼梦脂砚斋重评');
});
