import { templateFields } from './template-fields';

const template = {
  templateId: 't',
  fields: { title: 'thing1', day: 'date2', time: 'time3', days: 'number4' },
};

describe('fields of a subscription message', () => {
  it('cuts a long title to twenty characters with the ellipsis counted', () => {
    const { thing1 } = templateFields(template, {
      title: '一'.repeat(21),
      day: '2026-11-22',
      time: '2026-11-22 14:00',
      days: '3',
    });
    expect(thing1).toBe(`${'一'.repeat(19)}…`);
    expect(
      templateFields(template, { title: '二'.repeat(20), day: '2026-11-22', time: '', days: '1' }).thing1,
    ).toBe('二'.repeat(20));
  });
  it('never sends a line break or an empty value', () => {
    expect(
      templateFields(template, { title: 'a\nb', day: '2026-11-22', time: '2026-11-22 14:00', days: 'x' }),
    ).toMatchObject({ thing1: 'a b', number4: '0' });
    expect(
      templateFields(template, { title: '  ', day: '2026-11-22', time: '2026-11-22 14:00', days: '1' })
        .thing1,
    ).toBe('无');
  });
  it('writes days and times in Chinese', () => {
    expect(
      templateFields(template, { title: '书', day: '2026-11-22', time: '2026-11-22 14:00', days: '1' }),
    ).toMatchObject({
      date2: '2026年11月22日',
      time3: '2026年11月22日 14:00',
    });
  });
});
