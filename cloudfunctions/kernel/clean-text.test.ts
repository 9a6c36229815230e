import { oneLine, severalLines } from './clean-text';

describe('a text of one line', () => {
  it('loses control characters and ends of lines', () => {
    expect(oneLine(' 安\u0000若\u0007溪 ')).toBe('安若溪');
    expect(oneLine('第一行\r\n第二行\t第三\u2028第四')).toBe('第一行 第二行 第三 第四');
  });
  it('cannot turn the direction of writing around: “gpj.exe” does not read as “exe.jpg”', () => {
    expect(oneLine('\u202egpj.exe\u202c \u2066a\u2069\u200f\u061c')).toBe('gpj.exe a');
  });
  it('is empty where it shows nothing', () => {
    for (const nothing of ['\u200b', '\u3164', '\u2800\uffa0', '\ufeff\u2060', '\ud800', ' \n '])
      expect(oneLine(nothing)).toBe('');
  });
  it('keeps what names are made of: joined emoji, rare characters, points between parts', () => {
    for (const kept of ['👩‍👧‍👦', '𠮷野', '葛\u{e0100}', '阿依古丽·买买提', 'Ана́', 'é'])
      expect(oneLine(kept)).toBe(kept);
  });
});

describe('a text of several lines', () => {
  it('keeps its lines, with one kind of end, and no heap of empty ones', () => {
    expect(severalLines('一 \r\n二\r三\u2029四\n\n\n\n五\n')).toBe('一\n二\n三\n四\n\n五');
  });
  it('loses what a single line loses', () => expect(severalLines('好\u202e书\u0000\n\u200b')).toBe('好书'));
});
