import busboy from 'busboy';
import { Reader, Writer } from 'protobufjs';
import type { Invocation } from '../functions/invocations';
import type { Parts } from '../parts';
import { services } from './services';
import { WeChatError } from './wechat-error';

/**
 * `cloud.openapi.…` on the wire: a multipart form with a protobuf message of key and value pairs, answered by
 * a protobuf message that holds WeChat's JSON. The message types are CommApiData and CommOpenApiResp.
 */
export async function answerOpenApi(
  parts: Parts,
  body: Buffer,
  contentType: string,
  invocation: Invocation | undefined,
): Promise<Buffer> {
  const form = await readForm(body, contentType);
  const name = form.get('apiName')?.toString('utf8') ?? '';
  const service = services[name];
  if (!service) return answer({}, errors.notFound);
  const definition = parts.functions.find(invocation?.functionName ?? '');
  if (definition && !definition.permissions.includes(name)) return answer({}, errors.noPermission);
  const fields = readFields(form.get('requestData') ?? Buffer.alloc(0));
  try {
    return answer({ errcode: 0, errmsg: 'ok', ...(await service(parts, fields, invocation)) });
  } catch (error) {
    if (!(error instanceof WeChatError)) throw error;
    return answer({ errcode: error.code, errmsg: error.message });
  }
}

/** The cloud's own refusals, beside WeChat's `errcode`. */
const errors = { notFound: -604100, noPermission: -604101 } as const;

/** CommOpenApiResp: respData 1, contentType 2, errorCode 3, httpCode 4. */
function answer(data: object, errorCode = 0): Buffer {
  const writer = Writer.create();
  writer.uint32(10).bytes(Buffer.from(JSON.stringify(data)));
  writer.uint32(18).string('application/json');
  writer.uint32(24).int32(errorCode);
  writer.uint32(32).uint32(200);
  return Buffer.from(writer.finish());
}

function readForm(body: Buffer, contentType: string): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const form = new Map<string, Buffer>();
    const parser = busboy({ headers: { 'content-type': contentType } });
    parser.on('field', (name, value) => form.set(name, Buffer.from(value)));
    parser.on('file', (name, stream) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => form.set(name, Buffer.concat(chunks)));
    });
    parser.on('close', () => resolve(form));
    parser.on('error', reject);
    parser.end(body);
  });
}

/**
 * CommApiData: openapiData 2, in it pairs 1, in each key 1 and value 2 (JSON). Names are in snake case
 * already.
 */
function readFields(bytes: Buffer): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  eachField(bytes, 2, (openapiData) =>
    eachField(openapiData, 1, (pair) => {
      let key = '';
      let value = Buffer.alloc(0);
      eachField(pair, 1, (part) => (key = part.toString('utf8')));
      eachField(pair, 2, (part) => (value = Buffer.from(part)));
      fields[key] = parsed(value);
    }),
  );
  return fields;
}

function eachField(bytes: Buffer, wanted: number, take: (part: Buffer) => void): void {
  const reader = Reader.create(bytes);
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag >>> 3 === wanted && (tag & 7) === 2) take(Buffer.from(reader.bytes()));
    else reader.skipType(tag & 7);
  }
}

/** Texts and numbers come as JSON; a file comes as its bytes. */
function parsed(value: Buffer): unknown {
  try {
    return JSON.parse(value.toString('utf8'));
  } catch {
    return value;
  }
}
