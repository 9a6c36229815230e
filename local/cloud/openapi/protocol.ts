import type { Invocation } from '../functions/invocations';
import { CloudError } from '../cloud-error';
import type { Parts } from '../parts';

export async function answerOpenApi(
  _parts: Parts,
  _body: Buffer,
  _type: string,
  _invocation: Invocation | undefined,
): Promise<Buffer> {
  throw new CloudError('SYS_ERR', 'open API calls are not served yet');
}
