import type { TemplateSetting } from '../../documents';

/** Length rules of WeChat's template fields, in characters. */
const LONGEST: Record<string, number> = {
  thing: 20,
  phrase: 5,
  name: 10,
  character_string: 32,
  letter: 32,
  symbol: 5,
};

/**
 * Puts our values into the fields of a template as WeChat accepts them: within length, on one line, never
 * empty.
 * @see the field rules of subscribeMessage.send
 */
export const templateFields = (
  template: TemplateSetting,
  facts: Record<string, string>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(template.fields).map(([fact, field]) => [
      field,
      fitting(field.replace(/\d+$/, ''), facts[fact] ?? ''),
    ]),
  );

const fitting = (kind: string, value: string): string => {
  if (kind === 'date' || kind === 'time') return chineseDate(value);
  if (kind === 'number') return value.replace(/[^\d.-]/g, '') || '0';
  const text = value.replace(/\s+/g, ' ').trim() || '无';
  const characters = [...text];
  const longest = LONGEST[kind] ?? 20;
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
};

/** "2026-11-22" or "2026-11-22 14:00" in the form the template fields date and time take. */
const chineseDate = (value: string): string => {
  const [day = '', time = ''] = value.split(' ');
  const [year, month, date] = day.split('-');
  return `${year}年${month}月${date}日${time ? ` ${time}` : ''}`;
};
