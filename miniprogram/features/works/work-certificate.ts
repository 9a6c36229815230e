import type { CallPage } from '../../../typings/contract';
import { localDateOf } from '../../lib/dates';
import type { Picture } from '../../lib/picture';

const chineseDay = (at: string): string => {
  const [year, month, day] = localDateOf(at).split('-').map(Number);
  return `${year} 年 ${month} 月 ${day} 日`;
};

/** Of a work that won a prize, with the name that its reader chose. */
export const workCertificate = ({ own, title, closesAt, libraryName }: CallPage): Picture | null =>
  own && own.prize !== ''
    ? {
        says: `获奖证书：${own.by} 的作品「${own.sent?.title ?? ''}」获${own.prize}`,
        centred: true,
        parts: [
          { kind: 'text', text: '获奖证书', size: 76, serif: true, bold: true, above: 60 },
          { kind: 'rule', above: 30 },
          { kind: 'text', text: own.by, size: 56, serif: true, bold: true, above: 80 },
          { kind: 'text', text: `作品「${own.sent?.title ?? ''}」`, size: 40, serif: true, above: 30 },
          { kind: 'text', text: `在“${title}”中`, size: 34, quiet: true, above: 24 },
          { kind: 'text', text: `获${own.prize}`, size: 52, serif: true, bold: true, above: 26 },
          {
            kind: 'text',
            text: [own.group, '特此表彰'].filter(Boolean).join(' · '),
            size: 34,
            quiet: true,
            above: 40,
          },
          { kind: 'seal', text: '书香相伴', above: 70 },
        ],
        foot: `${libraryName} · ${chineseDay(closesAt)}`,
      }
    : null;
