import { Argument, type Command } from 'commander';
import { resolve } from 'node:path';
import { EXPORT_FORMATS, exportCatalogue, formatExport, type ExportFormat } from '../../bulk/export/index';
import { bulkOverHttp } from '../cloud/bulk-over-http';
import { ask, withServerOption, type ServerOption } from './server-address';

export function addExportCommand(program: Command): void {
  withServerOption(program.command('export'))
    .description('write all titles and copies into a file: MARC 21 or CNMARC (ISO 2709, UTF-8), or CSV')
    .addArgument(new Argument('<format>', 'of the file').choices(EXPORT_FORMATS))
    .argument('<file>', 'where it goes')
    .action(exportFrom);
}

async function exportFrom(format: ExportFormat, file: string, server: ServerOption): Promise<void> {
  await ask(server, '/dev/clock');
  const target = bulkOverHttp(`http://127.0.0.1:${server.port}`);
  const path = resolve(file);
  const tell = (titles: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${titles} titles`);
  };
  const report = await exportCatalogue(path, format, target, tell);
  if (process.stderr.isTTY) process.stderr.write('\r');
  console.log(formatExport(report, path));
  if (report.tooLong.length > 0) process.exitCode = 1;
}
