import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Invocation } from '../functions/invocations';
import type { Parts } from '../parts';
import { fieldFits } from './template-fields';
import { WeChatError } from './wechat-error';

/** A template as the library has chosen it in WeChat's console. */
interface Template {
  templateId: string;
  title: string;
  /** Field name to what it is called, `{ thing1: '书名' }`. */
  fields: Record<string, string>;
}

function readTemplates(root: string): Template[] {
  const file = join(root, 'demo', 'templates.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Template[]) : [];
}

/** subscribeMessage.send: each acceptance of the reader is good for one message. */
export function sendSubscribeMessage(
  parts: Parts,
  fields: Record<string, unknown>,
  invocation: Invocation | undefined,
): object {
  const { touser, template_id: templateId, page, data, miniprogram_state: state = 'formal' } = fields;
  if (typeof touser !== 'string' || !/^[\w-]{4,64}$/.test(touser))
    throw new WeChatError(40003, 'invalid openid');
  const template = readTemplates(parts.root).find((known) => known.templateId === templateId);
  if (!template) throw new WeChatError(40037, 'invalid template_id');
  refuseBadPage(parts.root, page);
  if (!['developer', 'trial', 'formal'].includes(String(state))) {
    throw new WeChatError(47003, 'argument invalid! miniprogram_state');
  }
  const values = valuesOf(template, data);
  if (!parts.subscriptions.use(touser, template.templateId)) {
    throw new WeChatError(43101, 'user refuse to accept the msg');
  }
  parts.log.write('message', {
    openid: touser,
    templateId: template.templateId,
    title: template.title,
    page,
    state,
    fields: Object.entries(values).map(([field, value]) => ({ field, label: template.fields[field], value })),
    left: parts.subscriptions.left(touser, template.templateId),
    requestID: invocation?.requestId,
  });
  return {};
}

/** Every field of the template is there, has a value that fits, and nothing else is. */
function valuesOf(template: Template, data: unknown): Record<string, string> {
  const given = (typeof data === 'object' && data !== null ? data : {}) as Record<
    string,
    { value?: unknown }
  >;
  const wrong = (field: string): never => {
    throw new WeChatError(47003, `argument invalid! data.${field}.value invalid`);
  };
  const foreign = Object.keys(given).find((field) => !(field in template.fields));
  if (foreign !== undefined) wrong(foreign);
  return Object.fromEntries(
    Object.keys(template.fields).map((field) => {
      const value = given[field]?.value;
      return fieldFits(field, value) ? [field, String(value)] : wrong(field);
    }),
  );
}

interface AppJson {
  pages?: string[];
  subPackages?: SubPackage[];
  subpackages?: SubPackage[];
}
interface SubPackage {
  root: string;
  pages: string[];
}

/** A page in the message must be one of the mini program's; it may have a query. */
function refuseBadPage(root: string, page: unknown): void {
  if (page === undefined || page === '') return;
  const file = join(root, 'miniprogram', 'app.json');
  if (!existsSync(file)) return;
  const app = JSON.parse(readFileSync(file, 'utf8')) as AppJson;
  const packages = [...(app.subPackages ?? []), ...(app.subpackages ?? [])];
  const pages = [
    ...(app.pages ?? []),
    ...packages.flatMap((sub) => sub.pages.map((name) => join(sub.root, name))),
  ];
  const [path = ''] = String(page).split('?');
  if (path.startsWith('/') || !pages.includes(path)) throw new WeChatError(41030, 'invalid page');
}
