import { writeFileSync } from 'node:fs';
import type { ItemDocument } from '../../cloudfunctions/documents';
import { join } from 'node:path';
import { linkableCards } from '../../demo/people';
import { demoDocuments, type AllDocuments } from '../../demo/seed';

/**
 * Writes demo/barcodes.json, what the scan panel offers. Run `npx tsx tools/demo/make-barcodes.ts` after the
 * demo library changed.
 */
interface Barcode {
  group: string;
  code: string;
  label: string;
}

export function barcodesOf(all: AllDocuments): Barcode[] {
  const { readers = [], titles = [], items = [], branches = [] } = all;
  const names = new Map([
    ...titles.map(({ _id, title }) => [_id, `《${title}》`] as const),
    ...branches.map(({ _id, name }) => [_id, name] as const),
    ...readers.map(({ _id, name }) => [_id, name] as const),
  ]);
  const name = (id: string) => names.get(id) ?? id;
  return [
    ...readers.map((reader) => ({ group: '读者证', code: reader.cardNumber, label: reader.name })),
    ...linkableCards.map((card) => ({
      group: '可绑定的读者证',
      code: card.cardNumber,
      label: `${card.name}，密码 ${card.password}`,
    })),
    ...copiesToTake(items, name),
    ...copiesElsewhere(items, name),
    ...titles
      .filter((title) => title.isbns.length > 0)
      .slice(0, 12)
      .map((title) => ({ group: 'ISBN', code: title.isbns[0]!, label: `《${title.title}》` })),
  ];
}

type NameOf = (id: string) => string;

/** A few of each branch that stand on the shelf and may go. */
function copiesToTake(items: ItemDocument[], name: NameOf): Barcode[] {
  const free = items.filter((item) => item.status === 'available' && item.use === 'loan');
  const firstOf = (branchId: string) => {
    const seen = new Set<string>();
    return free.filter(
      (item) => item.branchId === branchId && !seen.has(item.titleId) && seen.add(item.titleId),
    );
  };
  return ['main', 'children', 'linhe'].flatMap((branchId) =>
    firstOf(branchId)
      .slice(0, 8)
      .map((item) => ({
        group: `在架可借 · ${name(branchId)}`,
        code: item._id,
        label: name(item.titleId),
      })),
  );
}

/** On loan, held, on their way, and those that nobody may take. */
function copiesElsewhere(items: ItemDocument[], name: NameOf): Barcode[] {
  return [
    ...items
      .filter((item) => item.loan && item.loan.readerId !== 'r-xu')
      .map((item) => ({
        group: '在借',
        code: item._id,
        label: `${name(item.titleId)} ${name(item.loan!.readerId)}`,
      })),
    ...items
      .filter((item) => item.status === 'on_hold_shelf')
      .map((item) => ({
        group: '预约架',
        code: item._id,
        label: `${name(item.titleId)} 留给${name(item.hold!.readerId)}`,
      })),
    ...items
      .filter((item) => item.transit)
      .map((item) => ({
        group: '在途',
        code: item._id,
        label: `${name(item.titleId)} 送往${name(item.branchId)}`,
      })),
    ...items
      .filter((item) => item.status === 'lost' || item.status === 'in_repair' || item.status === 'withdrawn')
      .map((item) => ({ group: '不可借', code: item._id, label: `${name(item.titleId)} ${item.status}` })),
    ...items
      .filter((item) => item.use === 'reference')
      .slice(0, 2)
      .map((item) => ({ group: '不可借', code: item._id, label: `${name(item.titleId)} 仅供馆内阅览` })),
  ];
}

if (require.main === module) {
  // Which copy is where depends on the story alone, not on the day it is told.
  const list = barcodesOf(demoDocuments(new Date()));
  const path = join(__dirname, '../../demo/barcodes.json');
  void (async () => {
    // Here alone: the tests that read this list have no use for it.
    const { format, resolveConfig } = await import('prettier');
    const options = await resolveConfig(path);
    writeFileSync(path, await format(JSON.stringify(list), { ...options, parser: 'json' }));
    console.log(`${list.length} barcodes`);
  })();
}
