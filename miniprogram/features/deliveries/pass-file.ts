import { act, type Outcome, type Output } from '../../lib/call';
import { fileFromChat, upload } from '../../lib/cloud-files';
import { newRequestId } from '../../lib/intent';

/** What the library passes on; the cloud looks at the file itself. */
const ENDINGS = ['pdf', 'jpg', 'jpeg', 'png'];
const LONGEST_NAME = 80;

/**
 * Chooses a file and hands it over. undefined: none was chosen; a text: why it was not even sent.
 */
export async function passFile(
  deliveryId: string,
): Promise<Outcome<Output<'deliveryDesk.deliver'>> | string | undefined> {
  const file = await fileFromChat(ENDINGS);
  if (!file) return undefined;
  const ending = /\.([A-Za-z]{3,4})$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  if (!ENDINGS.includes(ending)) return '只能传 PDF、JPG 或 PNG 文件';
  // Two names in one: nobody guesses it.
  const name = `${newRequestId()}-${newRequestId()}`.slice(0, 64);
  const fileId = await upload(`deliveries/${name}.${ending}`, file.path);
  if (!fileId) return '文件没有传上去，请检查网络';
  return act('deliveryDesk.deliver', { deliveryId, fileId, name: file.name.slice(-LONGEST_NAME) });
}
