/** A subscription message template of the demo library, as the sheet and the message list name it. */
interface MessageTemplate {
  templateId: string;
  title: string;
  fields: Record<string, string>;
}

let known: Promise<MessageTemplate[]> | null = null;

/** The library's templates; an answer other than a list means that there are none. */
function messageTemplates(): Promise<MessageTemplate[]> {
  known ??= fetch('/dev/templates').then(async (response) => {
    const answer: unknown = response.ok ? await response.json() : [];
    return Array.isArray(answer) ? (answer as MessageTemplate[]) : [];
  });
  return known;
}

/** The template's title, or its id when the library does not know it. */
export async function titleOfTemplate(templateId: string): Promise<string> {
  const found = (await messageTemplates()).find((template) => template.templateId === templateId);
  return found?.title ?? templateId;
}
