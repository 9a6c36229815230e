import type { EventPage } from '../../../typings/contract';
import { kindNames } from '../../components/event-row/event-view';
import { clock, localDateOf } from '../../lib/dates';
import type { Picture } from '../../lib/picture';

/** What a certificate says of who came. */
export interface Certified {
  name: string;
  title: string;
  kind: string;
  when: string;
  libraryName: string;
  day: string;
}

const chineseDay = (at: string): string => {
  const [year, month, day] = localDateOf(at).split('-').map(Number);
  return `${year} 年 ${month} 月 ${day} 日`;
};

/** Who was written down as having come has one; nobody else. */
export const certifiedOf = ({
  own,
  title,
  kind,
  startsAt,
  endsAt,
  libraryName,
}: EventPage): Certified | null =>
  own?.status === 'attended' && own.name
    ? {
        name: own.name,
        title,
        kind: kindNames[kind],
        when: `${chineseDay(startsAt)} ${clock(startsAt)}–${clock(endsAt)}`,
        libraryName,
        day: chineseDay(endsAt),
      }
    : null;

export const certificatePicture = ({ name, title, kind, when, libraryName, day }: Certified): Picture => ({
  says: `参加证明：${name} 参加了${kind}「${title}」`,
  centred: true,
  parts: [
    { kind: 'text', text: '参加证明', size: 76, serif: true, bold: true, above: 60 },
    { kind: 'rule', above: 30 },
    { kind: 'text', text: name, size: 56, serif: true, bold: true, above: 80 },
    { kind: 'text', text: `于 ${when}`, size: 34, quiet: true, above: 30 },
    { kind: 'text', text: `参加了本馆${kind}`, size: 34, quiet: true, above: 6 },
    { kind: 'text', text: `「${title}」`, size: 44, serif: true, above: 26 },
    { kind: 'text', text: '特此证明', size: 34, quiet: true, above: 40 },
    { kind: 'seal', text: '书香相伴', above: 70 },
  ],
  foot: `${libraryName} · ${day}`,
});
