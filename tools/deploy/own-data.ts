import { calendarOf } from '../../demo/calendars';
import type { CloudDatabase, CloudDocument } from './cloud-database';
import type { OwnLibrary, StaffEntry } from './library-file';

/**
 * The rules of a library by collection, with the public holidays of a year and the next, as far as they are
 * announced.
 */
export function ownData(
  { branches, policies }: OwnLibrary,
  year: number,
): { data: Record<'branches' | 'policies' | 'calendars', CloudDocument[]>; notes: string[] } {
  const calendars: CloudDocument[] = [];
  const notes: string[] = [];
  for (const each of [year, year + 1]) {
    const calendar = calendarOf(each);
    if (calendar) calendars.push({ ...calendar });
    else
      notes.push(
        `the public holidays of ${each} are not in this chinese-days: when they are announced (in autumn), update the package and run this again`,
      );
  }
  const plain = (documents: readonly { _id: string }[]): CloudDocument[] =>
    documents.map((document) => ({ ...document }));
  return { data: { branches: plain(branches), policies: plain(policies), calendars }, notes };
}

/**
 * Staff stand under their openid. Who is named by a card is found as the reader who opened that card in
 * WeChat.
 */
export async function staffDocuments(
  entries: StaffEntry[],
  database: CloudDatabase | undefined,
): Promise<{ documents: CloudDocument[]; notes: string[] }> {
  const documents: CloudDocument[] = [];
  const notes: string[] = [];
  for (const { by, ...member } of entries) {
    const openid = 'openid' in by ? by.openid : await openidOfCard(by.card, database);
    if (openid) documents.push({ _id: openid, ...member });
    else if ('card' in by)
      notes.push(
        `staff ${member.name}: card ${by.card} is not linked to a WeChat yet: open the mini program, apply for the card there or link it, then run this again`,
      );
  }
  return { documents, notes };
}

async function openidOfCard(card: string, database: CloudDatabase | undefined): Promise<string | undefined> {
  const [reader] = (await database?.find('readers', { cardNumber: card })) ?? [];
  return typeof reader?.openid === 'string' ? reader.openid : undefined;
}
